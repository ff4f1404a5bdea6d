"""Counting what a mentor's help led to; numbers with what they are made of, and no rank."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Aggregate, Count, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from alongside.accounts.persons.models import Person
from alongside.mentoring.advice.models import Advice
from alongside.mentoring.goals.models import Goal
from alongside.mentoring.introductions.models import Introduction
from alongside.mentoring.leading.models import Leadership
from alongside.mentoring.learning.models import Learning
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships.models import Participant
from alongside.mentoring.pulse.models import PulseAnswer

from .models import Certificate

AT_MOST = 10
MENTEES_AT_LEAST = 3
"""Themes from fewer mentees would tell who said what."""


@dataclass(frozen=True, slots=True)
class Impact:
    """The figures, each a whole number, and the newest results in words."""

    figures: dict[str, int]
    results: list[Advice]
    thanks: list[Introduction]
    led: list[Leadership]


def impact_of(mentor: Person) -> Impact:
    """Everything on the page: four queries."""
    mine = Participant.objects.filter(person=mentor, side=Participant.Side.MENTOR).values("mentorship")
    advice = Advice.objects.filter(mentor=mentor, mentorship__in=mine)
    told = advice.exclude(result_at=None).select_related("mentorship").order_by("-result_at")
    introduced = Introduction.objects.made().filter(mentor=mentor)
    thanks = introduced.exclude(thanked_at=None).select_related("mentorship", "mentee")
    led = list(Leadership.objects.visible_to(mentor).for_list())
    return Impact(
        _figures(mentor, mine) | {"led": len(led)},
        list(told[:AT_MOST]),
        list(thanks.order_by("-thanked_at")[:AT_MOST]),
        led[:AT_MOST],
    )


def certificate_by_link(code: str) -> Certificate | None:
    """The certificate that a link leads to, as long as its person is here."""
    return Certificate.objects.filter(code=code, person__is_active=True).first()


def figures_of(mentor: Person) -> dict[str, int]:
    """The figures alone, as they stand on paper."""
    mine = Participant.objects.filter(person=mentor, side=Participant.Side.MENTOR).values("mentorship")
    return _figures(mentor, mine) | {"led": Leadership.objects.visible_to(mentor).count()}


def _figures(mentor: Person, mine: Any) -> dict[str, int]:
    """Count everything in one query; ``mine`` is one of mentorships, which Django has no type for."""
    mentees = Participant.objects.filter(mentorship__in=mine, side=Participant.Side.MENTEE)
    held = Meeting.objects.filter(mentorship__in=mine, state=Meeting.State.HELD)
    advice = Advice.objects.filter(mentor=mentor, mentorship__in=mine)
    goals = Goal.objects.filter(mentorship__in=mine).exclude(completed_at=None)
    asked = {
        "people": _over(mentees, Count("person", distinct=True)),
        "meetings": _over(held, Count("pk")),
        "hours": _over(held, Sum("minutes")),
        "advice": _over(advice, Count("pk")),
        "results": _over(advice.exclude(result_at=None), Count("pk")),
        "goals": _over(goals, Count("pk")),
        "reached": _over(goals.filter(score__gte=0), Count("pk")),
        "introductions": _over(Introduction.objects.made().filter(mentor=mentor), Count("pk")),
        "adopted": _over(Learning.objects.filter(learner=mentor, stage=Learning.Stage.ADOPTED), Count("pk")),
    }
    row = Person.objects.filter(pk=mentor.pk).values_list(*asked.values()).get()
    figures = dict(zip(asked, row, strict=True))
    return figures | {"hours": round(figures["hours"] / 60)}


def _over(rows: QuerySet[Any], what: Aggregate) -> Coalesce:  # Any: rows of whichever table
    """A number of these rows, as part of one query for all numbers; nothing counts as nought."""
    number = rows.order_by().values(one=Value(1)).annotate(number=what).values("number")
    return Coalesce(Subquery(number), 0)


def blind_themes(mentor: Person, before: object) -> list[float] | None:
    """The mean of each statement of the mentees' pulses, 1 to 5, or None for fewer than three mentees.

    Only pulses opened before ``before`` (the first day of this quarter) count, the newest of each mentee:
    so that nobody learns from one day to the next what a single mentee has answered.
    """
    mine = Participant.objects.filter(person=mentor, side=Participant.Side.MENTOR).values("mentorship")
    rows = PulseAnswer.objects.filter(
        pulse__mentorship__in=mine, side=Participant.Side.MENTEE, pulse__created_at__lt=before
    ).select_related("pulse__mentorship")  # fmt: skip
    newest = list(rows.order_by("person", "-pulse__created_at").distinct("person"))
    if len(newest) < MENTEES_AT_LEAST:
        return None
    answers = zip(*(one.values for one in newest), strict=True)
    return [round(2 * sum(numbers) / len(newest)) / 2 for numbers in answers]
