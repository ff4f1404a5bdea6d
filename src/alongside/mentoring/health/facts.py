"""What the health of a mentorship is made of, as it stands at a moment: read once, in six queries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from alongside.activity.events.models import Event
from alongside.mentoring.advice.models import Action, Advice
from alongside.mentoring.goals.models import Goal, Progress
from alongside.mentoring.learning.models import Learning
from alongside.mentoring.meetings.models import AgendaItem, Meeting, Series
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.pulse.models import Pulse
from alongside.mentoring.pulse.queries import joint_scores

RESTS = ("mentorship.paused", "mentorship.resumed")
CANCELLED = "meeting.cancelled"
Scores = Sequence[tuple[Pulse, float, list[list[int]]]]


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that the five parts and the signs look at."""

    mentorship: Mentorship
    at: dt.datetime
    meetings: Sequence[Meeting]
    """Those that have begun, the newest first; each knows whether it had a topic."""
    events: Sequence[Event]
    """Pauses in their order, and what was cancelled."""
    scores: Scores
    every_days: int | None
    open_advice: int
    learned: int
    due: int
    done: int
    levels: Sequence[int]

    @property
    def held(self) -> list[Meeting]:
        """The meetings that took place, the newest first."""
        return [one for one in self.meetings if one.state == Meeting.State.HELD]

    @property
    def every(self) -> dt.timedelta | None:
        """How often the newest series meets."""
        return dt.timedelta(days=self.every_days) if self.every_days else None


def facts(mentorship: Mentorship, at: dt.datetime) -> Facts:
    """Read them."""
    told = _counted(mentorship, at)
    past = Meeting.objects.filter(mentorship=mentorship, starts_at__lte=at).order_by("-starts_at")
    topics = AgendaItem.objects.filter(meeting=OuterRef("pk"))
    meetings = list(past.only("code", "state", "starts_at").annotate(had_topic=Exists(topics)))
    cancelled = [one.code for one in meetings if one.state == Meeting.State.CANCELLED]
    about = Q(verb__in=RESTS, about_code=mentorship.code) | Q(verb=CANCELLED, about_code__in=cancelled)
    return Facts(
        mentorship, at, meetings, list(Event.objects.filter(about).order_by("created_at", "pk")),
        joint_scores(mentorship), told["every_days"], told["open_advice"], told["learned"], told["due"], told["done"],
        _levels(mentorship),
    )  # fmt: skip


def _counted(
    mentorship: Mentorship, at: dt.datetime
) -> dict[str, Any]:  # Any: numbers, and perhaps no series
    """All that is a number, in one query."""
    due = Action.objects.filter(due_on__lte=at.date())
    newest = Series.objects.filter(mentorship=OuterRef("pk")).order_by("-created_at")
    row = (
        Mentorship.objects.filter(pk=mentorship.pk)
        .annotate(
            every_days=Subquery(newest.values("every_days")[:1]),
            open_advice=_number(Advice.objects.open()),
            learned=_number(Learning.objects.filter(created_at__lte=at)),
            due=_number(due),
            done=_number(due.filter(done_at__date__lte=F("due_on"))),
        )
        .values("every_days", "open_advice", "learned", "due", "done")
        .get()
    )
    return dict(row)


def _number(rows: QuerySet[Advice] | QuerySet[Learning] | QuerySet[Action]) -> Coalesce:
    here = rows.filter(mentorship=OuterRef("pk")).order_by().values("mentorship")
    return Coalesce(
        Subquery(here.annotate(number=Count("pk")).values("number")), 0, output_field=IntegerField()
    )


def _levels(mentorship: Mentorship) -> list[int]:
    """How far each goal is that anybody has told of, on its five levels."""
    told = Progress.objects.filter(goal=OuterRef("pk"), level__isnull=False).order_by("-created_at", "-pk")
    rows = Goal.objects.filter(mentorship=mentorship).annotate(told=Subquery(told.values("level")[:1]))
    levels = [told if score is None else score for score, told in rows.values_list("score", "told")]
    return [level for level in levels if level is not None]
