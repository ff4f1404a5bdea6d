"""The statements of the pulse, our own words (CC BY 4.0): a conversation aid, not a validated test."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from alongside.mentoring.mentorships.models import Participant

STATEMENTS: dict[str, tuple[StrOrPromise, ...]] = {
    Participant.Side.MENTEE: (
        _("My mentor understands what I am after"),
        _("I can say what I really think"),
        _("I leave our meetings with a next step"),
        _("The feedback I get is specific"),
        _("My time with my mentor is well used"),
        _("I want to go on"),
    ),
    Participant.Side.MENTOR: (
        _("My mentee comes prepared"),
        _("My mentee tries what we discuss, or says why not"),
        _("I can say what I really think"),
        _("I learn something myself"),
        _("The load is fair"),
        _("I want to go on"),
    ),
}
ANSWERS = [
    (1, _("Not at all")),
    (2, _("Little")),
    (3, _("Partly")),
    (4, _("Mostly")),
    (5, _("Fully")),
]
LOWEST, HIGHEST = 1, 5
"""Of one answer."""


def score(answers: list[int]) -> float:
    """Return the answers (1 to 5 each, at least one) as 0 to 100: (mean − 1) / 4 × 100, rounded to one place."""
    return round((sum(answers) / len(answers) - LOWEST) / (HIGHEST - LOWEST) * 100, 1)
