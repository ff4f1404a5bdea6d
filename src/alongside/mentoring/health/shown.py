"""The page of a mentorship's health."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from alongside.accounts.persons.models import Person
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.queries import names, others
from alongside.mentoring.pulse.queries import open_for

from . import queries
from .facts import facts
from .models import Alert
from .parts import Part, tone, total

NAMES: dict[str, tuple[StrOrPromise, StrOrPromise]] = {
    "cadence": (_("You meet as you agreed"), _("{count} of {of} meetings held")),
    "pulse": (_("You both say it goes well"), _("{count} of {of} in the last pulse you both answered")),
    "follow_through": (_("You do what you said"), _("{count} of {of} actions done by their date")),
    "goals": (_("The goals move"), _("{count} of {of} steps on the five levels")),
    "two_way": (_("The mentor learns too"), _("{count} learnings noted in {of} meetings")),
}


def page_of(mentorship: Mentorship, reader: Person, at: dt.datetime) -> dict[str, Any]:
    """Everything on the page."""
    known = facts(mentorship, at)
    parts = queries.parts_of(known)
    value = total(parts)
    return {
        "mentorship": mentorship,
        "other_names": names(others(mentorship, reader)),
        "parts": [_row(part) for part in parts],
        "total": value,
        "tone": tone(value),
        "known": sum(part.weight for part in parts if part.value is not None),
        "alerts": [Alert.Kind(kind).label for kind in sorted(queries.signs_of(known))],
        "pulse": open_for(mentorship) if mentorship.is_running else None,
    }


def _row(part: Part) -> dict[str, Any]:
    name, made_of = NAMES[part.key]
    said = format_lazy(made_of, count=f"{part.count:g}", of=f"{part.of:g}")
    return {"name": name, "said": said, "percent": part.percent, "weight": part.weight}
