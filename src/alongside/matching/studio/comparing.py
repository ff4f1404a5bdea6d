"""Two answers to one round side by side: who gains, who loses, by how much, and who moves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from alongside.matching.problem import Worked


@dataclass(frozen=True, slots=True)
class Change:
    """One mentee who would have somebody else. Hundredths of a point, both by the weights that are tried."""

    mentee: int
    before: int | None
    after: int | None
    was: int
    now: int

    @property
    def gain(self) -> int:
        """By how much the fit is better; a loss is below zero."""
        return self.now - self.was


@dataclass(frozen=True, slots=True)
class Figures:
    """An answer in four figures; hundredths of a point."""

    people: int
    total: int
    worst: int
    mean: int


@dataclass(frozen=True, slots=True)
class Effect:
    """What another answer changes, everything measured by the weights of the second."""

    before: Figures
    after: Figures
    changes: list[Change]

    @property
    def gains(self) -> list[Change]:
        """Who gains, the most first."""
        return sorted((one for one in self.changes if one.gain > 0), key=lambda one: (-one.gain, one.mentee))

    @property
    def losses(self) -> list[Change]:
        """Who loses, the most first."""
        return sorted((one for one in self.changes if one.gain < 0), key=lambda one: (one.gain, one.mentee))

    @property
    def people(self) -> int:
        """How many more have a mentor."""
        return self.after.people - self.before.people

    @property
    def total(self) -> int:
        """By how much the total is larger."""
        return self.after.total - self.before.total


def effect(before: Worked, after: Worked) -> Effect:
    """What changes from one answer to another."""
    old = dict(zip(before.pairs, after.measure(list(before.pairs.items())), strict=True))
    changes = [
        Change(
            mentee,
            before.pairs.get(mentee),
            after.pairs.get(mentee),
            old.get(mentee, 0),
            after.fits.get(mentee, 0),
        )
        for mentee in sorted(before.pairs.keys() | after.pairs.keys())
        if before.pairs.get(mentee) != after.pairs.get(mentee)
    ]
    return Effect(figures(old), figures(after.fits), changes)


def figures(fits: Mapping[int, int]) -> Figures:
    """The figures of one answer."""
    values = list(fits.values())
    people, total = len(values), sum(values)
    return Figures(people, total, min(values, default=0), round(total / people) if people else 0)
