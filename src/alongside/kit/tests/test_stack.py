"""Does a loop cost the same wherever on the stack it stands?"""

from __future__ import annotations

import resource
from collections.abc import Callable

from alongside.kit.stack import roomy

DEPTHS = range(1, 200)
CALLS = 200


def test_a_loop_deep_in_a_roomy_call_maps_no_memory_for_its_calls() -> None:
    plain = max(always(loops_faults, depth) for depth in DEPTHS)
    with_room = max(always(roomy(loops_faults), depth) for depth in DEPTHS)

    assert plain >= CALLS, "Python no longer does what the room is there for"
    assert with_room < CALLS / 4


def always(faults: Callable[[int], int], depth: int) -> int:
    """What every run has; once, something else may need memory."""
    return min(faults(depth) for _ in range(3))


def loops_faults(depth: int) -> int:
    """How many pages of memory are fetched by a loop of calls, so many calls further down."""
    if depth:
        return loops_faults(depth - 1)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(CALLS):
        cell()
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before


def cell() -> None:
    """A call that needs more stack than a step down: at some depth it stands at the end of a piece."""


cell.__code__ = cell.__code__.replace(co_stacksize=200)


def test_what_goes_in_and_comes_out_is_the_same() -> None:
    assert roomy(divmod)(7, 2) == (3, 1)
