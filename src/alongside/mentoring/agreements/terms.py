"""What an agreement is about: its terms, in the order of the page, and the words for them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.people.offers.models import Cadence
from alongside.people.profiles.models import Channel

Words = str | Promise
Said = dict[str, Any]  # Any: a term is a text, a number, a list of texts or a date as text


class AgendaBy(models.TextChoices):
    """Who sends the agenda."""

    MENTEE = "mentee", _("The mentee")
    MENTOR = "mentor", _("The mentor")
    TURNS = "turns", _("In turns")


class Tone(models.TextChoices):
    """How feedback is said."""

    DIRECT = "direct", _("Straight to the point")
    GENTLE = "gentle", _("Gently, with what went well first")
    ASK = "ask", _("Ask first, each time")


class Way(models.TextChoices):
    """In what form feedback comes."""

    SPOKEN = "spoken", _("Spoken")
    WRITTEN = "written", _("Written")
    BOTH = "both", _("Spoken, then in writing")


class Recording(models.TextChoices):
    """What is kept of a meeting."""

    NOTHING = "nothing", _("Notes only; nothing is recorded")
    CONSENT = "consent", _("Recorded only when both say yes each time")


MINUTES = [(30, _("30 minutes")), (45, _("45 minutes")), (60, _("60 minutes")), (90, _("90 minutes"))]
HOURS = [(24, _("24 hours before")), (48, _("48 hours before"))]
REPLIES = [
    (1, _("Within a day")),
    (2, _("Within two days")),
    (3, _("Within three days")),
    (7, _("Within a week")),
]


@dataclass(frozen=True, slots=True)
class Field:
    """One term: its name in the row, its words, and how it is shown."""

    name: str
    label: Words
    kind: str = "text"
    """text, line, choice, many or date."""
    choices: tuple[tuple[Any, Words], ...] = ()  # Any: a choice is kept as a text or a number
    hint: Words = ""
    longest: int = 600
    optional: bool = True

    def shown(self, value: Any) -> str:  # Any: see ``Said``
        """The term as people read it."""
        if self.kind == "date":
            return date_format(dt.date.fromisoformat(value), "j F Y") if value else ""
        words = dict(self.choices)
        if self.kind == "many":
            return ", ".join(str(words.get(one, one)) for one in value or [])
        return str(words.get(value, value) if self.kind == "choice" else value or "")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page."""

    title: Words
    fields: tuple[Field, ...]


SECTIONS = (
    Section(
        _("What it is for"),
        (
            Field("purpose", _("Purpose, in one sentence"), "line", longest=200, optional=False),
            Field(
                "goals",
                _("Goals for the quarter"),
                hint=_("Up to three, one on a line, each with how you will know: it can be counted or seen."),
                longest=600,
            ),
        ),
    ),
    Section(
        _("How you work"),
        (
            Field("cadence", _("How often you meet"), "choice", tuple(Cadence.choices), optional=False),
            Field("minutes", _("How long"), "choice", tuple(MINUTES), optional=False),
            Field("channels", _("Ways of communicating"), "many", tuple(Channel.choices)),
            Field("reply_days", _("Answers between meetings"), "choice", tuple(REPLIES), optional=False),
            Field("agenda_by", _("Who sends the agenda"), "choice", tuple(AgendaBy.choices), optional=False),
            Field("agenda_hours", _("When the agenda is sent"), "choice", tuple(HOURS), optional=False),
            Field("cancel_hours", _("Notice to move or cancel"), "choice", tuple(HOURS), optional=False),
        ),
    ),
    Section(
        _("What each brings"),
        (
            Field("mentor_offers", _("What the mentor offers")),
            Field("mentor_expects", _("What the mentor expects")),
            Field("mentee_offers", _("What the mentee offers")),
            Field("mentee_expects", _("What the mentee expects")),
            Field("topics_in", _("What you talk about")),
            Field("topics_out", _("What stays out")),
            Field("feedback_tone", _("How feedback is said"), "choice", tuple(Tone.choices), optional=False),
            Field("feedback_way", _("How feedback comes"), "choice", tuple(Way.choices), optional=False),
        ),
    ),
    Section(
        _("Trust"),
        (
            Field("confidence", _("What stays between you, and the limits of that"), optional=False),
            Field("recording", _("Notes and recording"), "choice", tuple(Recording.choices), optional=False),
            Field(
                "conflicts",
                _("Conflicts of interest"),
                hint=_("Such as a common employer, client or friend."),
            ),
        ),
    ),
    Section(
        _("How it ends"),
        (
            Field("ends_on", _("Last day"), "date", optional=False),
            Field("review_on", _("Review half-way"), "date"),
            Field("ending", _("Ending early"), optional=False),
            Field("afterwards", _("What happens to what you wrote")),
        ),
    ),
)
FIELDS = {field.name: field for section in SECTIONS for field in section.fields}


@dataclass(frozen=True, slots=True)
class Line:
    """A term as it is read: what it is, and what was agreed."""

    field: Field
    text: str


def lines(said: Said) -> list[tuple[Words, list[Line]]]:
    """The agreement as it is read, section by section, without the terms that are empty."""
    every = [
        (section.title, [Line(field, field.shown(said.get(field.name))) for field in section.fields])
        for section in SECTIONS
    ]
    return [(title, [line for line in said_there if line.text]) for title, said_there in every]
