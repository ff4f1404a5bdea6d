"""What each writes apart before the first meeting, and the guide to it: our own words (CC BY 4.0)."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

QUESTIONS: dict[str, str | Promise] = {
    "came": _("How did you come to do this work?"),
    "glad": _("Which piece of your work are you quietly glad about?"),
    "hard": _("What is hard at work just now?"),
    "away": _("What do you do when you do not work?"),
}
"""The last one may stay empty: nobody owes anybody their evenings."""
OPEN = frozenset({"away"})
TICKS: dict[str, str | Promise] = {
    "aloud": _("I think aloud"),
    "paper": _("I write before I talk"),
    "night": _("I sleep on decisions"),
    "walk": _("My best ideas come while walking"),
    "numbers": _("I look at the numbers first"),
    "people": _("I look at the people first"),
    "code": _("I have written code for a living"),
    "country": _("I have moved to another country for work"),
    "tongue": _("I work in a language that I did not grow up with"),
    "field": _("I have changed field at least once"),
    "team": _("I have built a team from nothing"),
    "stopped": _("I have stopped a product that people liked"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """A part of the first meeting."""

    minutes: int
    topic: str | Promise
    question: str | Promise
    leads_to: str
    """The page that it ends on: the name of an address that takes the mentorship."""


GUIDE = (
    Step(5, _("Arrive"), _("What kind of week is it, in one sentence each?"), ""),
    Step(15, _("Common ground"), _("What did the other write that you did not expect?"), ""),
    Step(
        15, _("What each expects"), _("What would make this worth your time, and what would make you stop?"),
        "agreements.show",
    ),
    Step(15, _("One goal"), _("What should be different in three months, and how would one see it?"), ""),
    Step(
        10, _("How we work"), _("How do we tell each other that something does not work?"), "meetings.index",
    ),
)  # fmt: skip
