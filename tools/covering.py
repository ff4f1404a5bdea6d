"""A pytest plugin (``-p tools.covering``): the tests run every line and branch of what decides, or they fail.

What decides are the rules and actions of the product. SlipCover puts counters into these files alone, so that nothing
else is slower for it; a tracer, which Python calls for every line, makes the tests take half as long again. The engine
is watched by such a tracer all the same: numba does not compile what holds counters.
"""

from __future__ import annotations

import json
import os
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import slipcover

ROOT = Path(__file__).resolve().parent.parent
GATED = ("src/alongside/*/rules.py", "src/alongside/*/*/rules.py", "src/alongside/*/*/actions.py")
PARTS = ROOT / ".covered"
Found = dict[str, dict[str, set[Any]]]  # Any: a line, or a branch from one to another


class Gated(slipcover.FileMatcher):  # type: ignore[misc]  # SlipCover carries no types
    """Tells by its path whether a file is counted."""

    def matches(self, filename: str | Path | None) -> bool:
        """Whether it is."""
        path = Path(filename or "").resolve()
        return path.is_relative_to(ROOT) and _is_gated(path)


def _is_gated(path: Path) -> bool:
    name = path.relative_to(ROOT).as_posix()
    return "/tests/" not in name and any(fnmatch(name, pattern) for pattern in GATED)


COUNTED = slipcover.Slipcover(branch=True)
slipcover.ImportManager(COUNTED, Gated()).__enter__()  # before anything of the product is imported


def pytest_configure(config: pytest.Config) -> None:
    """Forget what an earlier run has counted."""
    if not hasattr(config, "workerinput"):
        for part in PARTS.glob("*.json"):
            part.unlink()
        PARTS.mkdir(exist_ok=True)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Keep what this process has run; the last one puts all together and says what nobody ran."""
    counted = COUNTED.get_coverage()["files"]
    (PARTS / f"{os.getpid()}.json").write_text(json.dumps(counted), encoding="utf-8")
    if hasattr(session.config, "workerinput"):
        return
    missing = [line for name, what in _together().items() for line in _missing(name, what)]
    print("", *(missing or ["Every line and branch of what decides was run."]), sep="\n")
    if missing and not session.exitstatus:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _together() -> Found:
    every = [path for path in ROOT.glob("src/**/*.py") if _is_gated(path)]
    found: Found = {path.relative_to(ROOT).as_posix(): {} for path in every}
    for part in PARTS.glob("*.json"):
        for name, kinds in json.loads(part.read_text("utf-8")).items():
            for kind, values in kinds.items():
                seen = found[name].setdefault(kind, set())
                seen.update(tuple(one) if isinstance(one, list) else one for one in values)
    return found


def _missing(name: str, what: dict[str, set[Any]]) -> list[str]:
    if not what:
        return [f"{name}: never imported"]
    lines = what["missing_lines"] - what["executed_lines"]
    branches = what["missing_branches"] - what["executed_branches"]
    return [f"{name}: never run: {sorted(lines)} {sorted(branches)}"] if lines or branches else []
