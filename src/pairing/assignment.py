"""The answer: who is with whom, and the numbers that prove it."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
VERSION = 2
"""Grows whenever equally good answers may be drawn otherwise than before."""


@dataclass(frozen=True, slots=True, eq=False)
class Assignment:
    """``pairs`` (k, 2) of mentee and mentor rows, sorted; ``fits`` (k,) of each; ``total`` is their sum.

    ``unmatched`` mentees have nobody. ``people`` have somebody. ``prices`` (m,) is what one more place of each
    mentor would be worth: in units of fit, plus ``person`` for each further mentee who would find a mentor
    through it. No assignment of as many people has a larger total than ``bound``; ``gap`` is the distance to
    it as a share of the total, 0 when the answer is proven. ``certain`` says that no more people can be
    matched. ``rounds`` is how often candidates had to be added; ``best_total`` is what could be had without the
    fairness that was asked for. ``exact`` is False when an aim was only approximated: leximin of a large round.
    """

    pairs: Ints
    fits: Floats
    shape: tuple[int, int]
    capacity: Ints
    prices: Floats = field(default_factory=lambda: np.zeros(0))
    person: float = 0.0
    bound: float = 0.0
    certain: bool = True
    rounds: int = 1
    best_total: float | None = None
    exact: bool = True

    @property
    def total(self) -> float:
        """The sum of the fits."""
        return float(self.fits.sum())

    @property
    def unmatched(self) -> Ints:
        """Mentees with no mentor."""
        return np.setdiff1d(np.arange(self.shape[0]), self.pairs[:, 0])

    @property
    def people(self) -> int:
        """Mentees with at least one mentor."""
        return int(np.unique(self.pairs[:, 0]).size)

    @property
    def load(self) -> Ints:
        """Mentees of each mentor."""
        return np.bincount(self.pairs[:, 1], minlength=self.shape[1])

    @property
    def gap(self) -> float:
        """How far the total can be from the largest, as a share of it."""
        return max(0.0, self.bound - self.total) / max(abs(self.total), 1e-12)

    @property
    def price_of_fairness(self) -> float:
        """What the fairness that was asked for costs, in units of fit."""
        return 0.0 if self.best_total is None else self.best_total - self.total

    def mentors_of(self, mentee: int) -> Ints:
        """The mentors of one mentee."""
        return np.asarray(self.pairs[self.pairs[:, 0] == mentee, 1])

    def mentees_of(self, mentor: int) -> Ints:
        """The mentees of one mentor."""
        return np.asarray(self.pairs[self.pairs[:, 1] == mentor, 0])
