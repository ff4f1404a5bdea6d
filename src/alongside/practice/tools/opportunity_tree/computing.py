"""Checks of a tree: who hangs under whom, and whether there is a circle."""

from __future__ import annotations

from collections.abc import Mapping


def circles(parents: Mapping[str, str]) -> set[str]:
    """The names that lie on a circle, when each name points to its parent (or to nothing)."""
    found: set[str] = set()
    for start in parents:
        seen: list[str] = []
        at = start
        while at in parents and at not in seen:
            seen.append(at)
            at = parents[at]
        if at in seen:
            found |= set(seen[seen.index(at) :])
    return found
