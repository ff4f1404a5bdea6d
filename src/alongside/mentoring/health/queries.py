"""The health of a mentorship: its parts, and which signs stand."""

from __future__ import annotations

import datetime as dt

from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.pulse.queries import shown

from .facts import CANCELLED, RESTS, Facts, facts
from .models import Alert
from .parts import Part, share

FIRST_WITHIN = dt.timedelta(days=14)
LATE = dt.timedelta(days=1)
FALL, WORST_ANSWER = 20, 1
ADVICE_AT_MOST, UNPREPARED_AT_MOST, CANCELLED_AT_MOST = 5, 3, 2
Kind, State = Alert.Kind, Meeting.State


def parts(mentorship: Mentorship, at: dt.datetime) -> list[Part]:
    """The five parts as they stand at ``at``."""
    return parts_of(facts(mentorship, at))


def signs(mentorship: Mentorship, at: dt.datetime) -> set[str]:
    """The kinds of alert for which there is a reason at ``at``."""
    return signs_of(facts(mentorship, at))


def parts_of(known: Facts) -> list[Part]:
    """The five parts."""
    held, scores = len(known.held), known.scores
    return [
        share("cadence", held, _expected(known)),
        _pulse(scores[-1][1]) if scores else Part("pulse", None),
        share("follow_through", known.done, known.due),
        share("goals", sum(level + 2 for level in known.levels), 4 * len(known.levels)),
        share("two_way", min(held, known.learned), held),
    ]


def signs_of(known: Facts) -> set[str]:
    """What stands."""
    begun, last = known.mentorship.created_at, next(iter(known.held), None)
    since, every = last.starts_at if last else begun, known.every
    found = {
        Kind.NO_FIRST_MEETING: last is None and _awake(known, begun) >= FIRST_WITHIN,
        Kind.GAP: last is not None and every is not None and _awake(known, since) > 2 * every,
        Kind.CANCELLED: _cancelled_late(known),
        Kind.PULSE: _pulse_is_low(known),
        Kind.UNPREPARED: _unprepared(known),
        Kind.ADVICE: known.open_advice > ADVICE_AT_MOST,
    }
    return {str(kind) for kind, stands in found.items() if stands}


def _expected(known: Facts) -> int:
    """How many meetings the agreed interval makes, without the days of pauses; 0 when none is agreed."""
    if known.every is None:
        return 0
    until = known.mentorship.ended_at or known.at
    begun = known.mentorship.created_at
    return int((until - begun - _paused(known, begun, until)) / known.every)


def _awake(known: Facts, since: dt.datetime) -> dt.timedelta:
    """How long it is since then, without pauses: who comes back is not asked at once why they were away."""
    return known.at - since - _paused(known, since, known.at)


def _paused(known: Facts, since: dt.datetime, until: dt.datetime) -> dt.timedelta:
    total, paused = dt.timedelta(), None
    for event in known.events:
        if event.verb == RESTS[0]:
            paused = max(event.created_at, since)
        elif event.verb == RESTS[1] and paused is not None:
            total, paused = total + max(event.created_at - paused, dt.timedelta()), None
    return total + (until - paused if paused else dt.timedelta())


def _cancelled_late(known: Facts) -> bool:
    """Whether the last two that were due were both cancelled within a day of their time."""
    last = [one for one in known.meetings if one.state != State.PLANNED][:CANCELLED_AT_MOST]
    if len(last) < CANCELLED_AT_MOST or any(one.state != State.CANCELLED for one in last):
        return False
    codes = {one.code: one.starts_at for one in last}
    said = [one for one in known.events if one.verb == CANCELLED and one.about_code in codes]
    late = {one.about_code for one in said if codes[one.about_code] - one.created_at <= LATE}
    return len(late) == CANCELLED_AT_MOST


def _pulse(mean: float) -> Part:
    """Rounded as everywhere: neither may work out the other's answers from their own."""
    return Part("pulse", shown(mean) / 100, shown(mean), 100)


def _pulse_is_low(known: Facts) -> bool:
    scores = known.scores
    if not scores:
        return False
    fell = len(scores) > 1 and scores[-2][1] - scores[-1][1] >= FALL
    return fell or any(number == WORST_ANSWER for values in scores[-1][2] for number in values)


def _unprepared(known: Facts) -> bool:
    last = known.held[:UNPREPARED_AT_MOST]
    had_none = not any(one.had_topic for one in last)  # type: ignore[attr-defined]  # asked for with the meetings
    return len(last) == UNPREPARED_AT_MOST and had_none
