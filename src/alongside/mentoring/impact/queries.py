"""Counting what a mentor's help led to; numbers with what they are made of, and no rank."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, Sum

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
    """Everything on the page: nine queries."""
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


def _figures(mentor: Person, mine: Any) -> dict[str, int]:
    """Count everything; ``mine`` is a query of mentorships, which Django has no type for."""
    mentees = Participant.objects.filter(mentorship__in=mine, side=Participant.Side.MENTEE)
    held = Meeting.objects.filter(mentorship__in=mine, state=Meeting.State.HELD)
    minutes = held.aggregate(minutes=Sum("minutes"), meetings=Count("pk"))
    advice = Advice.objects.filter(mentor=mentor, mentorship__in=mine)
    counted = advice.aggregate(given=Count("pk"), told=Count("pk", filter=~Q(result_at=None)))
    goals = Goal.objects.filter(mentorship__in=mine).exclude(completed_at=None)
    reached = goals.aggregate(completed=Count("pk"), reached=Count("pk", filter=Q(score__gte=0)))
    introduced = Introduction.objects.made().filter(mentor=mentor).count()
    adopted = Learning.objects.filter(learner=mentor, stage=Learning.Stage.ADOPTED).count()
    return {
        "people": mentees.values("person").distinct().count(),
        "meetings": minutes["meetings"],
        "hours": round((minutes["minutes"] or 0) / 60),
        "advice": counted["given"],
        "results": counted["told"],
        "goals": reached["completed"],
        "reached": reached["reached"],
        "introductions": introduced,
        "adopted": adopted,
    }


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
