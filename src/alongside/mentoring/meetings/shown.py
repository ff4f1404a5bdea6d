"""What the list of meetings and the page for planning one show."""

from __future__ import annotations

from typing import Any

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.queries import names, other_zone, others

from . import queries
from .models import Meeting, Suggestion

Context = dict[str, Any]  # Any: a template's context


def planning_of(pair: Mentorship, reader: Person, minutes: int = 45, every_days: int = 0) -> Context:
    """Times that suit all, beside the form."""
    return {
        "mentorship": pair,
        "other_names": names(others(pair, reader)),
        "other_zone": other_zone(pair, reader),
        "slots": queries.slots(pair, minutes),
        "every": every_days,
        "minutes": minutes,
    }


def log_of(pair: Mentorship, reader: Person) -> Context:
    """Whose meeting is kept."""
    return {"mentorship": pair, "other_names": names(others(pair, reader))}


def list_of(pair: Mentorship, reader: Person) -> Context:
    """All meetings of a mentorship."""
    rows = list(Meeting.objects.filter(mentorship=pair).order_by("starts_at"))
    coming = [one for one in rows if one.state == Meeting.State.PLANNED and one.ends_at > now()]
    past = [one for one in reversed(rows) if one not in coming]
    return {
        "mentorship": pair,
        "coming": coming,
        "past": past,
        "suggestions": list(Suggestion.objects.open().filter(mentorship=pair).select_related("by")),
        "other_names": names(others(pair, reader)),
        "other_zone": other_zone(pair, reader),
    }
