"""Prints what Python reads in the encodings of its arguments: for each a list of [bytes in hex, text or null]."""
import json
import sys


def sequences(name):
    one = [bytes([first]) for first in range(128, 256)]
    if len("\u4e00".encode(name, "ignore")) != 2:
        return [[sequence] for sequence in one]
    # A lead byte at a time: hundreds of characters in one file.
    return [one] + [[bytes([first, second]) for second in range(64, 256)] for first in range(128, 256)]


def decoded(name, data):
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None


def cases(name):
    head = f"# coding: {name}\n".encode()
    for group in sequences(name):
        lone = len(group) == 1
        known = [part for part in group if lone or len(decoded(name, part) or "") == 1]
        if known:
            data = head + b"".join(b"#" + part + b"\n" for part in known)
            yield [data.hex(), decoded(name, data)]


json.dump({name: list(cases(name)) for name in sys.argv[1:]}, sys.stdout)
