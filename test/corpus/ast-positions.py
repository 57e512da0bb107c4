"""Writes the positions that CPython's own parser gives to the nodes of files of its standard library.

    python3 ast-positions.py COUNT      COUNT files spread evenly over the library, or all of them with 0

One JSON document a line: the version of Python first, then for each file its path and a row for each node,
[type, line, column, end line, end column], with columns in UTF-8 bytes.
"""

import ast
import json
import os
import sys
import sysconfig
import warnings

warnings.simplefilter("ignore")


def main(count):
    print(json.dumps(list(sys.version_info[:2])))
    paths = sorted(library(sysconfig.get_paths()["stdlib"]))
    step = max(1, len(paths) // count) if count else 1
    for path in paths[::step]:
        rows = positions(path)
        if rows is not None:
            print(json.dumps([path, rows]))


def library(root):
    for folder, folders, files in os.walk(root):
        # Python 2, and what somebody has installed.
        folders[:] = sorted(name for name in folders if name not in ("lib2to3", "site-packages", "dist-packages"))
        for name in files:
            # Thousands of literals side by side: a text of its own in the tests of nesting.
            if name.endswith(".py") and name != "topics.py":
                yield os.path.join(folder, name)


def positions(path):
    with open(path, "rb") as file:
        data = file.read()
    try:
        data.decode("utf-8")
        tree = ast.parse(data)
    except (SyntaxError, ValueError):
        return None
    rows = []
    add(tree, rows)
    return rows


def add(node, rows):
    if hasattr(node, "end_lineno"):
        row = [name_of(node), node.lineno, node.col_offset, node.end_lineno, node.end_col_offset]
        rows.append(row)
    # Before 3.12 what stands inside an f-string has the places of a text that is not in the file.
    if isinstance(node, ast.JoinedStr) and sys.version_info < (3, 12):
        return
    for child in ast.iter_child_nodes(node):
        # The format after the colon of a replacement field is no node of LibCST's.
        if isinstance(node, ast.FormattedValue) and child is node.format_spec:
            for part in child.values:
                if isinstance(part, ast.FormattedValue):
                    add(part, rows)
        # The literal pieces of an f-string have places that changed from version to version.
        elif not (isinstance(node, ast.JoinedStr) and isinstance(child, ast.Constant)):
            add(child, rows)


def name_of(node):
    if isinstance(node, ast.Constant):
        return "Constant " + type(node.value).__name__
    return type(node).__name__


main(int(sys.argv[1]))
