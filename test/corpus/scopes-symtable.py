"""Prints the tables of CPython's own compiler for the named files of its library, one JSON document a line."""

import ast
import json
import os.path
import symtable
import sys
import sysconfig
import warnings

COMPREHENSIONS = {"listcomp", "setcomp", "dictcomp", "genexpr"}
NEWER = sys.version_info >= (3, 12)
# Python 3.12 and 3.13 have different words for the same.
KINDS = {
    "type parameter": "type-parameters",
    "type parameters": "type-parameters",
    "TypeVar bound": "type variable",
}


class Generators(ast.NodeTransformer):
    """Since PEP 709 comprehensions have no table of their own, while generators, which have the same rules, still do."""

    def visit_ListComp(self, node):
        self.generic_visit(node)
        return ast.GeneratorExp(node.elt, node.generators)

    visit_SetComp = visit_ListComp

    def visit_DictComp(self, node):
        self.generic_visit(node)
        return ast.GeneratorExp(ast.Tuple([node.key, node.value], ast.Load()), node.generators)


def flags_of(symbol):
    flags = "l" if symbol.is_local() else "f" if symbol.is_free() else "g"
    for flag, holds in (
        ("p", symbol.is_parameter()),
        ("i", symbol.is_imported()),
        ("a", symbol.is_assigned()),
        ("r", symbol.is_referenced()),
        ("d", symbol.is_declared_global() or symbol.is_nonlocal()),
    ):
        if holds:
            flags += flag
    return flags


def show(table):
    name = table.get_name()
    kind = str(getattr(table.get_type(), "value", table.get_type()))
    kind = KINDS.get(kind, kind)
    # A function may have such a name, but not a parameter such as `.0`.
    if kind == "function" and name in COMPREHENSIONS and ".0" in table.get_identifiers():
        kind, name = "comprehension", ""
    symbols = {symbol.get_name(): flags_of(symbol) for symbol in table.get_symbols()}
    return {
        "kind": kind,
        "name": name,
        "symbols": {name: flags for name, flags in symbols.items() if not name.startswith(".")},
        "children": [show(child) for child in table.get_children()],
    }


def table_of(path):
    with open(path, "rb") as file:
        source = file.read()
    if NEWER:
        source = ast.unparse(Generators().visit(ast.parse(source, path)))
    return symtable.symtable(source, path, "exec")


warnings.simplefilter("ignore")
sys.setrecursionlimit(20_000)
for path in sys.argv[1:]:
    try:
        print(json.dumps([path, show(table_of(os.path.join(sysconfig.get_path("stdlib"), path)))]))
    except (SyntaxError, ValueError, RecursionError) as error:
        print(json.dumps([path, type(error).__name__]))
