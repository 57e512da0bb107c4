"""The side of LibCST itself: parses the files named on standard input, and prints the seconds of the
processor that the fastest of some rounds took."""

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
    start = time.process_time()
    for text in texts:
        libcst.parse_module(text)
    fastest = min(fastest, time.process_time() - start)
print(json.dumps({"seconds": fastest}))
