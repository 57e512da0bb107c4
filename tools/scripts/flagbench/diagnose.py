"""What CPython itself says of Python files: reads {path: text} as JSON and prints [[kind, message, line, end], ...] as JSON.

Kinds are unparsable, unresolved (names and imported names that are not there) and unused (imports and locals). `end` is the last
line of the import or assignment that declares an unused name.
"""
import ast
import builtins
import json
import symtable
import sys

KNOWN = set(dir(builtins)) | {'__file__', '__name__', '__path__', '__class__', '__module__', '__qualname__'}


def main(texts):
    found, trees = [], {}
    for path, text in texts.items():
        try:
            # dont_inherit: the checked file has no `from __future__` of ours; compile sees what ast.parse lets through.
            compile(text, path, 'exec', dont_inherit=True)
            trees[path] = ast.parse(text, path)
        except (SyntaxError, ValueError) as error:
            found.append(['unparsable', f'{path}: {error}', 0, 0])
    exports = {path: top_level(texts[path], tree) for path, tree in trees.items()}
    for path, tree in trees.items():
        found += unresolved(path, texts[path], tree)
        found += unused(path, texts[path], tree)
        found += missing(path, tree, exports)
    return found


def tables(table):
    yield table
    for child in table.get_children():
        yield from tables(child)


def has_star(tree):
    return any(isinstance(n, ast.ImportFrom) and n.names[0].name == '*' for n in ast.walk(tree))


def top_level(text, tree):
    """The names of a module, or None where they cannot be told."""
    if has_star(tree):
        return None
    table = symtable.symtable(text, '', 'exec')
    names = {s.get_name() for s in table.get_symbols() if s.is_assigned() or s.is_imported()}
    names |= {s.get_name() for t in tables(table) for s in t.get_symbols() if s.is_declared_global() and s.is_assigned()}
    return names


def unresolved(path, text, tree):
    names = top_level(text, tree)
    if names is None:
        return
    for table in tables(symtable.symtable(text, path, 'exec')):
        for symbol in table.get_symbols():
            name = symbol.get_name()
            local = table.get_type() == 'module' or symbol.is_global()
            if local and symbol.is_referenced() and name not in names and name not in KNOWN:
                yield ['unresolved', f'{path}: {name}', table.get_lineno(), 0]


def unused(path, text, tree):
    table = symtable.symtable(text, path, 'exec')
    used = {s.get_name() for t in tables(table) for s in t.get_symbols() if s.is_referenced()}
    # Words in strings: annotations in quotes, __all__ and the like.
    words = {
        word
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 200
        for word in node.value.replace('.', ' ').replace('[', ' ').replace(']', ' ').split()
    }
    if not path.endswith('__init__.py'):
        for node in ast.walk(tree):
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                for alias in node.names:
                    name = alias.asname or alias.name.split('.')[0]
                    if name not in used and name not in words and name != '*':
                        line = alias.lineno if len(node.names) > 1 else node.lineno
                        end = alias.end_lineno if len(node.names) > 1 else node.end_lineno
                        yield ['unused', f'{path}: {name} is imported and not used', line, end]
    spans = assignments(tree)
    for inner in tables(table):
        for symbol in inner.get_symbols():
            name = symbol.get_name()
            if inner.get_type() == 'function':
                children = {s.get_name() for t in inner.get_children() for s in t.get_symbols() if s.is_referenced()}
                idle = symbol.is_local() and symbol.is_assigned() and not symbol.is_parameter()
                if idle and not symbol.is_referenced() and name not in children and not symbol.is_imported():
                    start, end = spans.get((inner.get_lineno(), name), (0, 0))
                    if start > 0:
                        yield ['unused', f'{path}: {inner.get_name()}: {name} is assigned and not used', start, end]
    for node in tree.body:
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            if name in ('logger', 'log') or name.startswith('_') and not name.startswith('__'):
                if name not in used and name not in words:
                    yield ['unused', f'{path}: {name} is assigned and not used', node.lineno, node.end_lineno]


def assignments(tree):
    """(line of the function, name) -> lines of its only plain assignment."""
    spans = {}
    for function in ast.walk(tree):
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
            for node in ast.walk(function):
                if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
                    spans[(function.lineno, node.targets[0].id)] = (node.lineno, node.end_lineno)
    return spans


def missing(path, tree, exports):
    for node in ast.walk(tree):
        if not isinstance(node, ast.ImportFrom):
            continue
        module = (node.module or '').replace('.', '/')
        if node.level:
            folder = path.split('/')[: -node.level]
            module = '/'.join([*folder, module]).rstrip('/')
        for target, names in exports.items():
            stem = target[:-3].removesuffix('/__init__')
            matches = stem == module or not node.level and module and stem.endswith('/' + module)
            if matches and names is not None:
                for alias in node.names:
                    if alias.name not in names and alias.name != '*':
                        yield ['unresolved', f'{path}: {alias.name} is not in {target}', node.lineno, 0]


json.dump(main(json.load(sys.stdin)), sys.stdout)
