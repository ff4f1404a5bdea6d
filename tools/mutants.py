"""How many small mistakes in the engine its tests would notice: ``tools/mutants.py [solve stable fit] [--every N]``.

One thing of a module is changed at a time (a comparison turned, a number moved by one, a sign, an and for an or, a
condition reversed); the tests of the module then run in a process forked for it. A mutant that no test notices survives
and is named with its line. Messages and annotations are left alone. Loops run as plain Python, because numba would find
the unchanged ones in its cache.
"""

from __future__ import annotations

import ast
import copy
import importlib.abc
import importlib.machinery
import io
import os
import sys
import time
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TESTS = {
    "solve": ("assigning", "rounds", "fairness"),
    "stable": ("stable", "rounds"),
    "fit": ("fit", "rounds"),
}
TURNED = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
          ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In}  # fmt: skip
OTHER = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
         ast.Mod: ast.FloorDiv, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd, ast.BitXor: ast.BitAnd,
         ast.RShift: ast.LShift, ast.LShift: ast.RShift}  # fmt: skip
ALONE = ("-x", "-q", "-c", os.devnull, "--rootdir", str(ROOT), "--import-mode=importlib", "--assert=plain", "-p",
         "no:cacheprovider", "-p", "no:django")  # fmt: skip
LIMIT = 90
"""Seconds after which a mutant counts as noticed: it hangs."""


def change(node: ast.AST) -> str:
    """Change a node in place and say how; nothing is said where there is nothing to change."""
    match node:
        case ast.Compare(ops=[op, *_]) if type(op) in TURNED:
            node.ops[0] = TURNED[type(op)]()
        case ast.BinOp(op=op) | ast.AugAssign(op=op) if type(op) in OTHER:
            node.op = OTHER[type(op)]()
        case ast.BoolOp(op=op):
            node.op = ast.Or() if isinstance(op, ast.And) else ast.And()
        case ast.UnaryOp(op=ast.USub() | ast.Invert()):
            node.op = ast.UAdd()
        case ast.Constant(value=bool()):
            node.value = not node.value
        case ast.Constant(value=int() | float() as value):
            node.value = value + 1
        case ast.If(test=test) | ast.While(test=test):
            node.test = ast.UnaryOp(ast.Not(), test)
        case _:
            return ""
    return type(node).__name__


def places(tree: ast.Module) -> list[int]:
    """Where in the walk something can be changed: within functions, but for raises, annotations and decorators."""
    kept: set[int] = set()
    for function in (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)):
        kept |= {id(n) for part in function.body for n in ast.walk(part)}
        kept -= {
            id(n)
            for part in ast.walk(function)
            if isinstance(part, ast.Raise | ast.AnnAssign)
            for n in ast.walk(part)
        }
        for part in function.decorator_list:
            kept -= {id(n) for n in ast.walk(part)}
    found = []
    for number, node in enumerate(ast.walk(tree)):
        if id(node) in kept and change(copy.deepcopy(node)):
            found.append(number)
    return found


class Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives one module with one change, its loops not compiled."""

    def __init__(self, name: str, tree: ast.Module) -> None:
        self.name, self.tree = name, tree

    def find_spec(self, name: str, *_: object) -> importlib.machinery.ModuleSpec | None:
        file = str(ROOT / "src" / (self.name.replace(".", "/") + ".py"))
        return importlib.machinery.ModuleSpec(name, self, origin=file) if name == self.name else None

    def exec_module(self, module: object) -> None:
        exec(compile(self.tree, "changed", "exec"), vars(module))  # noqa: S102  # it is what this is for


def plain(tree: ast.Module) -> ast.Module:
    """The module with loops left as they are, though under the same door."""
    code = "def compiled(loop):\n    loop.py_func = loop\n    return loop\ninlined = compiled\n"
    body = [n for n in tree.body if not (isinstance(n, ast.ImportFrom) and n.module == "compiled")]
    first = next(i for i, n in enumerate(body) if not isinstance(n, ast.ImportFrom) or n.module != "__future__"
                 if not (isinstance(n, ast.Expr) and i == 0))  # fmt: skip
    return ast.Module([*body[:first], *ast.parse(code).body, *body[first:]], [])


def noticed(name: str, tree: ast.Module) -> bool:
    """Whether a test fails, in a process of its own; none of the engine may have been imported here."""
    child = os.fork()
    if not child:
        sys.meta_path.insert(0, Changed(f"pairing.{name}", tree))
        files = [f"src/pairing/tests/test_{part}.py" for part in TESTS[name]]
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
            try:
                alike = import_module("hypothesis").settings
                alike.register_profile(
                    "alike", deadline=None, database=None, derandomize=True, max_examples=60
                )
                alike.load_profile("alike")
                code = int(import_module("pytest").main([*ALONE, *files]))
            except BaseException:  # whatever it was, it was noticed
                code = 1
        os._exit(min(1, code))
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status != 0
        time.sleep(0.05)
    os.kill(child, 9)
    os.waitpid(child, 0)
    return True


def main(words: list[str]) -> int:
    """Try the mutants of each module, name those that survive, and say the score."""
    os.chdir(ROOT)
    sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
    for heavy in (
        "numpy",
        "scipy.optimize",
        "scipy.sparse",
        "numba",
        "pytest",
        "hypothesis.extra.numpy",
        "django",
    ):
        import_module(heavy)
    every = int(words[words.index("--every") + 1]) if "--every" in words else 1
    names = [word for word in words if word in TESTS] or list(TESTS)
    for name in names:
        tree = plain(ast.parse((ROOT / "src/pairing" / f"{name}.py").read_text(encoding="utf-8")))
        if noticed(name, ast.fix_missing_locations(copy.deepcopy(tree))):
            print(f"{name}: the tests fail without any change")
            return 1
        chosen = places(tree)[::every]
        alive = 0
        for place in chosen:
            mutant = copy.deepcopy(tree)
            node = list(ast.walk(mutant))[place]
            before = ast.unparse(node)
            kind = change(node)
            if not noticed(name, ast.fix_missing_locations(mutant)):
                alive += 1
                print(
                    f"{name}.py:{getattr(node, 'lineno', 0)} {kind}: {before} → {ast.unparse(node)}",
                    flush=True,
                )
        share = 100 - 100 * alive / len(chosen)
        print(f"{name}: {len(chosen) - alive} of {len(chosen)} noticed, {share:.0f} %", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
