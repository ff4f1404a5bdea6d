"""Reading the health of a mentorship: what its parts are made of, and which signs stand."""

from __future__ import annotations

import datetime as dt

from django.db.models import Count, F, OuterRef, Q, Subquery

from alongside.activity.events.models import Event
from alongside.mentoring.advice.models import Action, Advice
from alongside.mentoring.goals.models import Goal, Progress
from alongside.mentoring.learning.models import Learning
from alongside.mentoring.meetings.models import AgendaItem, Meeting, Series
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.pulse.queries import joint_scores

from .models import Alert
from .parts import Part, share

FIRST_WITHIN = dt.timedelta(days=14)
LATE = dt.timedelta(days=1)
FALL, WORST_ANSWER = 20, 1
ADVICE_AT_MOST, UNPREPARED_AT_MOST, CANCELLED_AT_MOST = 5, 3, 2
Kind, State = Alert.Kind, Meeting.State


def parts(mentorship: Mentorship, at: dt.datetime) -> list[Part]:
    """The five parts as they stand at ``at``: nine queries."""
    held = Meeting.objects.filter(mentorship=mentorship, state=State.HELD, starts_at__lte=at).count()
    scores = joint_scores(mentorship)
    learned = Learning.objects.filter(mentorship=mentorship, created_at__lte=at)
    return [
        share("cadence", held, _expected(mentorship, at)),
        Part("pulse", scores[-1][1] / 100, scores[-1][1], 100) if scores else Part("pulse", None),
        _follow_through(mentorship, at),
        _goals(mentorship),
        share("two_way", min(held, learned.count()), held),
    ]


def signs(mentorship: Mentorship, at: dt.datetime) -> set[str]:
    """The kinds of alert for which there is a reason at ``at``."""
    past = Meeting.objects.filter(mentorship=mentorship, starts_at__lte=at).order_by("-starts_at")
    last = past.filter(state=State.HELD).first()
    every = _interval(mentorship)
    advice = Advice.objects.filter(mentorship=mentorship).open().count()
    since = last.starts_at if last else mentorship.created_at
    found = {
        Kind.NO_FIRST_MEETING: last is None and at - mentorship.created_at >= FIRST_WITHIN,
        Kind.GAP: last is not None and every is not None and at - since > 2 * every,
        Kind.CANCELLED: _cancelled_late(mentorship, at),
        Kind.PULSE: _pulse_is_low(mentorship),
        Kind.UNPREPARED: _unprepared(mentorship, at),
        Kind.ADVICE: advice > ADVICE_AT_MOST,
    }
    return {str(kind) for kind, stands in found.items() if stands}


def _expected(mentorship: Mentorship, at: dt.datetime) -> int:
    """How many meetings the agreed interval makes, without the days of pauses; 0 when none is agreed."""
    every = _interval(mentorship)
    if every is None:
        return 0
    until = mentorship.ended_at or at
    return int((until - mentorship.created_at - _paused(mentorship, until)) / every)


def _interval(mentorship: Mentorship) -> dt.timedelta | None:
    newest = Series.objects.filter(mentorship=mentorship).order_by("-created_at").first()
    return dt.timedelta(days=newest.every_days) if newest else None


def _paused(mentorship: Mentorship, until: dt.datetime) -> dt.timedelta:
    verbs = ("mentorship.paused", "mentorship.resumed")
    rows = Event.objects.filter(about_code=mentorship.code, verb__in=verbs).order_by("created_at", "pk")
    total, since = dt.timedelta(), None
    for event in rows:
        if event.verb == verbs[0]:
            since = event.created_at
        elif since is not None:
            total, since = total + (event.created_at - since), None
    return total + (until - since if since else dt.timedelta())


def _follow_through(mentorship: Mentorship, at: dt.datetime) -> Part:
    in_time = Q(done_at__date__lte=F("due_on"))
    counted = Action.objects.filter(mentorship=mentorship, due_on__lte=at.date()).aggregate(
        due=Count("pk"), done=Count("pk", filter=in_time)
    )
    return share("follow_through", counted["done"], counted["due"])


def _goals(mentorship: Mentorship) -> Part:
    told = Progress.objects.filter(goal=OuterRef("pk"), level__isnull=False).order_by("-created_at", "-pk")
    rows = Goal.objects.filter(mentorship=mentorship).annotate(told=Subquery(told.values("level")[:1]))
    levels = [told if score is None else score for score, told in rows.values_list("score", "told")]
    known = [level for level in levels if level is not None]
    return share("goals", sum(level + 2 for level in known), 4 * len(known))


def _cancelled_late(mentorship: Mentorship, at: dt.datetime) -> bool:
    """Whether the last two that were due were both cancelled within a day of their time."""
    rows = Meeting.objects.filter(mentorship=mentorship, starts_at__lte=at).exclude(state=State.PLANNED)
    last = list(rows.order_by("-starts_at")[:CANCELLED_AT_MOST])
    if len(last) < CANCELLED_AT_MOST or any(one.state != State.CANCELLED for one in last):
        return False
    codes = {one.code: one.starts_at for one in last}
    said = Event.objects.filter(verb="meeting.cancelled", about_code__in=codes)
    late = {one.about_code for one in said if codes[one.about_code] - one.created_at <= LATE}
    return len(late) == CANCELLED_AT_MOST


def _pulse_is_low(mentorship: Mentorship) -> bool:
    scores = joint_scores(mentorship)
    if not scores:
        return False
    fell = len(scores) > 1 and scores[-2][1] - scores[-1][1] >= FALL
    return fell or any(number == WORST_ANSWER for values in scores[-1][2] for number in values)


def _unprepared(mentorship: Mentorship, at: dt.datetime) -> bool:
    held = Meeting.objects.filter(mentorship=mentorship, state=State.HELD, starts_at__lte=at)
    last = list(held.order_by("-starts_at").values_list("pk", flat=True)[:UNPREPARED_AT_MOST])
    topics = AgendaItem.objects.filter(meeting__in=last)
    return len(last) == UNPREPARED_AT_MOST and not topics.exists()
