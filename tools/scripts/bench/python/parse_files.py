"""The side of LibCST itself: parses the files named on standard input, and prints the fastest of some rounds."""

import json
import sys
import time

import libcst

texts = []
for line in sys.stdin:
    with open(line.strip(), encoding="utf-8", newline="") as file:
        texts.append(file.read())

fastest = float("inf")
for _ in range(int(sys.argv[1])):
    start = time.perf_counter()
    for text in texts:
        libcst.parse_module(text)
    fastest = min(fastest, time.perf_counter() - start)
print(json.dumps({"seconds": fastest}))
