"""Runs programs and compiles texts: one request in JSON a line, one answer a line.

One process serves many programs, because to start Python costs more than to run any of them.
"""

import builtins
import importlib.machinery
import io
import json
import os
import signal
import sys
import types
import warnings

import render_templates


class Stopped(BaseException):
    """No program catches it by mistake: it is no Exception."""


class Flags(dict):
    """`flags["key"]` and `flags.key`."""

    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


class Finder:
    """Imports the files of a case from memory: from its root, and from its `site-packages`."""

    def __init__(self, texts):
        self.texts = texts
        self.found = set()

    def find_spec(self, name, path=None, target=None):
        spec = self.spec_of(name)
        if spec:
            self.found.add(name)
        return spec

    def spec_of(self, name):
        inside = name.replace(".", "/")
        for root in ("", "site-packages/"):
            base = root + inside
            for file, is_package in ((base + "/__init__.py", True), (base + ".py", False)):
                if file in self.texts:
                    spec = importlib.machinery.ModuleSpec(name, self, origin=file, is_package=is_package)
                    spec.loader_state = file
                    return spec
            if any(file.startswith(base + "/") for file in self.texts):
                # A namespace, which has no file.
                return importlib.machinery.ModuleSpec(name, None, is_package=True)
        return None

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        file = module.__spec__.loader_state
        module.__file__ = file
        exec(compile(self.texts[file].encode(), file, "exec", dont_inherit=True), module.__dict__)


def show(value, outer=()):
    """A value as text. Functions have no name here, and nothing has an address."""
    if isinstance(value, BaseException):
        return f"{type(value).__name__}: {value}"
    if isinstance(value, (types.FunctionType, types.BuiltinFunctionType, types.MethodType)):
        return "[function]"
    if isinstance(value, (types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType)):
        return f"[{type(value).__name__}]"
    if isinstance(value, type):
        return f"[class {value.__name__}]"
    if any(value is one for one in outer):
        return "[circular]"
    inside = (*outer, value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{show(key, inside)}: {show(item, inside)}" for key, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        items = ", ".join(show(item, inside) for item in value)
        return f"[{items}]" if isinstance(value, list) else f"({items})"
    if isinstance(value, (set, frozenset)):
        return "set(" + ", ".join(sorted(show(item, inside) for item in value)) + ")"
    if value is None or value is ... or isinstance(value, (str, bytes, int, float, complex)):
        return repr(value)
    return type(value).__name__ + show(vars(value) if hasattr(value, "__dict__") else {}, inside)


def run(request):
    """Runs the driver as a script; `log(...)` leaves the trace."""
    flag, value = request.get("flag"), request.get("value")
    trace = []

    def is_enabled(key, *rest, **more):
        return value if key == flag and flag is not None else False

    flags = Flags({flag: value} if isinstance(flag, str) else {})

    def render(path, **context):
        return render_templates.render(request["texts"], path, {"flags": flags, **context}, is_enabled)

    given = {
        "log": lambda *values: trace.append(" ".join(map(show, values))),
        "is_enabled": is_enabled,
        "flags": flags,
        "render": render,
    }
    finder = Finder(request["texts"])
    # Before all others, so that a case may have a package of any name.
    sys.meta_path.insert(0, finder)
    vars(builtins).update(given)
    path, text = request["driver"]["path"], request["driver"]["text"]
    out = sys.stdout
    sys.stdout = io.StringIO()
    signal.setitimer(signal.ITIMER_REAL, 2)
    try:
        exec(compile(text.encode(), path, "exec", dont_inherit=True), {"__name__": "__main__", "__file__": path})
        end = "ended"
    except Stopped:
        end = "stopped: it does not end"
    except BaseException as error:
        end = f"raised {show(error)}"
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        sys.stdout = out
        sys.meta_path.remove(finder)
        for name in given:
            delattr(builtins, name)
        for name in finder.found:
            sys.modules.pop(name, None)
    return {"trace": trace, "end": end}


def errors_of(request):
    """What the compiler has against each text; it sees more than a parser does, such as a `return` outside of a function."""
    found = {}
    for path, text in request["texts"].items():
        try:
            compile(text.encode(), path, "exec", dont_inherit=True)
        except (SyntaxError, ValueError) as error:
            found[path] = str(error)
    return found


def stop(*_):
    raise Stopped


def main():
    signal.signal(signal.SIGALRM, stop)
    warnings.simplefilter("ignore")
    # What a program prints must not stand between the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    for line in sys.stdin:
        request = json.loads(line)
        answer = run(request) if request["ask"] == "run" else errors_of(request)
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


main()
