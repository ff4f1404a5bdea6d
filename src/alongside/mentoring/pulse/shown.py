"""The page of the pulses."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from alongside.accounts.persons.models import Person
from alongside.kit.charts.drawing import Chart
from alongside.kit.charts.trend import trend
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.queries import names, others

from . import queries


def page_of(mentorship: Mentorship, reader: Person) -> dict[str, Any]:
    """Own answers, the joint line, and what others released."""
    taken = queries.taken(mentorship, reader)
    return {
        "mentorship": mentorship,
        "other_names": names(others(mentorship, reader)),
        "taken": taken[::-1],
        "line": _line(taken),
        "open": next((one for one in taken if one.is_open), None),
    }


def _line(taken: list[queries.Taken]) -> Chart | None:
    told = [(one.pulse.created_at.date(), one.joint) for one in taken if one.joint is not None]
    head = [_("Day"), _("Together")]
    return (
        trend(_("Together, 0 to 100"), told, low=0, high=100, step=25, head=head) if len(told) > 1 else None
    )
