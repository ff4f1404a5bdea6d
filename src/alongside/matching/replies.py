"""How often a mentor answers what they are asked: a band, never a rank."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal

from django.db.models import Count, Q

from .requests.models import Request, RequestQuerySet

Replies = Literal["often", "sometimes", "seldom"]
ENOUGH = 3
"""Requests that have run their course, before anything is said."""
ANSWERED = [Request.State.ACCEPTED, Request.State.DECLINED]
OFTEN, SOMETIMES = 0.8, 0.5


def bands(person_ids: Iterable[int]) -> dict[int, Replies]:
    """Return the band of each of these people who was asked often enough, in one query; a no is an answer too."""
    return _bands(Request.objects.filter(mentor__in=list(person_ids)))


def bands_between(first: int, last: int) -> dict[int, Replies]:
    """The same of everybody with a number from ``first`` to ``last``."""
    return _bands(Request.objects.filter(mentor__gte=first, mentor__lte=last))


def _bands(asked: RequestQuerySet) -> dict[int, Replies]:
    over = asked.filter(state__in=[*ANSWERED, Request.State.EXPIRED])
    counted = over.values("mentor_id").annotate(
        every=Count("pk"), answered=Count("pk", filter=Q(state__in=ANSWERED))
    )
    rows = counted.filter(every__gte=ENOUGH).values_list("mentor_id", "answered", "every")
    return {mentor: _band(answered / every) for mentor, answered, every in rows}


def band_of(states: Collection[str]) -> Replies | None:
    """Return the band of a mentor who was asked so often, by the states of all that they were asked."""
    answered = sum(state in ANSWERED for state in states)
    every = answered + sum(state == Request.State.EXPIRED for state in states)
    return _band(answered / every) if every >= ENOUGH else None


def _band(share: float) -> Replies:
    return "often" if share >= OFTEN else "sometimes" if share >= SOMETIMES else "seldom"
