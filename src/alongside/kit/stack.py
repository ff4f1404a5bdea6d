"""Room on Python's stack for everything that a call calls."""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")
WORDS = 33_000
"""A little more than a quarter of a megabyte, so that Python maps half a megabyte and leaves the rest to the calls."""


def roomy(do: Callable[P, R]) -> Callable[P, R]:
    """The same function, with a piece of stack that holds all of its inner calls.

    Python keeps frames in pieces of 16 kB. A loop that happens to stand at the end of one maps a new piece for each
    of its calls and gives it back at once: pages took 16 ms more for it, or twice their time, by chance of their depth.
    """

    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        return do(*args, **kwargs)

    function = cast(FunctionType, call)
    function.__code__ = function.__code__.replace(co_stacksize=WORDS)
    return call
