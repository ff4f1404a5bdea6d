"""Loops that are compiled when numba is there, and run as plain Python, to the same answer, when it is not."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any, TypeVar

Loop = TypeVar("Loop", bound=Callable[..., Any])  # a loop over arrays of any type
AVAILABLE = find_spec("numba") is not None


def compiled(loop: Loop) -> Loop:
    """The loop, compiled at its first call and kept on disk; ``loop.py_func`` stays the plain one."""
    return _made(loop, cache=True, nogil=True)


def inlined(loop: Loop) -> Loop:
    """A small part of a loop, compiled into every place where it is used."""
    return _made(loop, inline="always")


def _made(loop: Loop, **options: object) -> Loop:
    if not AVAILABLE:
        loop.py_func = loop  # type: ignore[attr-defined]  # so that both have one door
        return loop
    fast: Loop = import_module("numba").njit(**options)(loop)
    return fast
