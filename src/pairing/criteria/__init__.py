"""One file for each reason that two people fit; ``ALL`` is the order in which they are shown.

A criterion is an inner product of whole numbers: ``mentor_side`` is a matrix (m, d) of small whole numbers
that holds what a mentor offers, ``mentee_side`` a matrix (n, d) that holds what each of those things is
worth to a mentee in hundredths of a point. Their product is the part of the score, so that

* the score of any number of pairs is one matrix product, exact in 32-bit floats whatever the order of
  summation or the number of threads, since every partial sum is a whole number below 2 ** 24;
* the terms of the product *are* the explanation: every hundredth of a point belongs to one reason, and every
  hundredth that is missing to one gap.

A part divided by what it is worth is a number in [0, 1].
"""

from __future__ import annotations

from . import context, goals, logistics, preferences, readiness, values
from .parts import Criterion, Gap, Part, Reason

ALL: tuple[Criterion, ...] = (
    Criterion("goals", goals.mentor_side, goals.mentee_side, goals.explain),
    Criterion("values", values.mentor_side, values.mentee_side, values.explain),
    Criterion("context", context.mentor_side, context.mentee_side, context.explain),
    Criterion("logistics", logistics.mentor_side, logistics.mentee_side, logistics.explain),
    Criterion("preferences", preferences.mentor_side, preferences.mentee_side, preferences.explain),
    Criterion("readiness", readiness.mentor_side, readiness.mentee_side, readiness.explain),
)

__all__ = ["ALL", "Criterion", "Gap", "Part", "Reason"]
