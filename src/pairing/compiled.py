"""Loops that are compiled when numba is there, and run as plain Python, to the same answer, when it is not.

numba takes a second to load and 60 MB to keep, and most processes never run a loop: it is loaded by the first call of
any of them, which makes all the loops that are there by then.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from functools import wraps
from importlib import import_module
from importlib.util import find_spec
from typing import Any, TypeVar

Loop = TypeVar("Loop", bound=Callable[..., Any])  # a loop over arrays of any type
AVAILABLE = find_spec("numba") is not None
_waiting: dict[Callable[..., Any], dict[str, object]] = {}
_made: dict[Callable[..., Any], Callable[..., Any]] = {}
_lock = threading.RLock()


def compiled(loop: Loop) -> Loop:
    """The loop, compiled at its first call and kept on disk; ``loop.py_func`` stays the plain one."""
    return _later(loop, cache=True, nogil=True)


def inlined(loop: Loop) -> Loop:
    """A small part of a loop, compiled into every place where it is used."""
    return _later(loop, inline="always")


def _later(loop: Loop, **options: object) -> Loop:
    if not AVAILABLE:
        loop.py_func = loop  # type: ignore[attr-defined]  # so that both have one door
        return loop

    @wraps(loop)
    def first(*given: Any) -> Any:  # Any: arrays and numbers
        return _fast(first)(*given)

    first.py_func = loop  # type: ignore[attr-defined]  # as above
    _waiting[first] = options
    return first  # type: ignore[return-value]  # it takes and gives the same


def _fast(first: Callable[..., Any]) -> Callable[..., Any]:
    with _lock:
        if first not in _made:
            _make_all()
    return _made[first]


def _make_all() -> None:
    """Make every loop that waits, and let it stand where it was named: loops find each other by their names."""
    njit = import_module("numba").njit
    for first, options in _waiting.items():
        _made[first] = njit(**options)(first.py_func)  # type: ignore[attr-defined]  # set above
    _waiting.clear()
    ours = [module for name, module in list(sys.modules.items()) if name.split(".")[0] == __package__]
    for module in ours:
        for name, value in list(vars(module).items()):
            if callable(value) and getattr(value, "__hash__", None) and value in _made:
                setattr(module, name, _made[value])
