"""What must be true of a mentorship, whatever the two in it pressed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from django.db.models import F

from alongside.activity.events.models import Event
from alongside.kit.clock import now
from alongside.mentoring.agreements.models import Acceptance, Version
from alongside.mentoring.goals.models import Goal
from alongside.mentoring.introductions.models import Introduction
from alongside.mentoring.meetings.models import Meeting, Suggestion
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.soundings.models import Sounding
from alongside.people.offers.models import Offer
from tests.races.buttons import Course

TIDYING = {
    "feedback.taken_back", "introduction.withdrawn", "introduction.kept_back", "introduction.refused",
    "introduction.made", "meeting.cancelled", "meeting.held", "meeting.missed", "mentorship.thawed",
    "mentorship.ended", "series.cancelled", "sounding.answered", "sounding.closed", "sounding.link_withdrawn",
    "suggestion.declined", "suggestion.taken_back", "attendance.answered", "offer.place_given_back",
}  # fmt: skip
"""What may be done while it is frozen or has ended: until the listeners hear of it, what is booked is still there."""
LOOKING_BACK = {
    "advice.reported", "feedback.answered", "feedback.looked_at_again", "introduction.outcome_told",
    "introduction.thanked", "review.answered", "review.completed", "review.opened",
}  # fmt: skip
"""What may be done after the end too."""
FROM = {
    "mentorship.paused": {"active"}, "mentorship.resumed": {"paused"}, "mentorship.frozen": {"active", "paused"},
    "mentorship.thawed": {"frozen"}, "mentorship.ended": {"active", "paused", "frozen"},
}  # fmt: skip
TO = {"paused": "paused", "resumed": "active", "frozen": "frozen", "ended": "ended"}
ONCE = {
    "suggestion": {"suggestion.picked", "suggestion.declined", "suggestion.taken_back"},
    "introduction's mentor": {"introduction.kept_back", "introduction.passed_on"},
    "introduction": {
        "introduction.kept_back", "introduction.refused", "introduction.made", "introduction.withdrawn",
        "introduction.expired",
    },
    "feedback": {"feedback.given", "feedback.taken_back"}, "second look": {"feedback.looked_at_again"},
    "goal": {"goal.completed", "goal.removed"}, "agreement": {"agreement.in_force"},
    "review": {"review.completed"}, "sounding": {"sounding.closed"}, "shown": {"sounding.shared"},
    "cancelled": {"meeting.cancelled"}, "common ground": {"common_ground.completed"},
}  # fmt: skip
"""Of these, one thing takes at most one in its life."""


def broken(course: Course) -> list[str]:
    """Which laws do not hold, in words."""
    return [law for law, holds in _laws(course, list(course.events())) if not holds]


def after_the_listeners(course: Course) -> list[str]:
    """Which laws do not hold when everything that follows has followed."""
    state = course.mentorship.state
    resting = state in ("ended", "frozen")
    booked = Meeting.objects.filter(mentorship=course.pair, state="planned", starts_at__gt=now())
    waits = Introduction.objects.under_way().filter(mentorship=course.pair)
    rounds = Sounding.objects.open().filter(mentorship=course.pair)
    laws = [
        ("nothing is booked while it rests", not (resting and booked.exists())),
        ("no introduction outlives it", state != "ended" or not waits.exists()),
        ("no round outlives it", state != "ended" or not rounds.exists()),
    ]
    return [law for law, holds in laws if not holds]


def _laws(course: Course, events: list[Event]) -> Iterator[tuple[str, bool]]:
    pair = Mentorship.objects.get(pk=course.pair)
    replayed, follow = _replayed(events)
    yield f"it went by the states: {follow}", replayed == pair.state
    yield "it has an end when it has ended", (pair.state == "ended") == (pair.ended_at is not None)
    offer = Offer.objects.get(person=course.mentor)
    yield "its place is given back once", offer.taken == (pair.state != "ended")
    yield from _meeting_laws(course, events)
    yield from _agreement_laws(course, events)
    odd = Goal.objects.filter(mentorship=pair, score__isnull=False, agreed_at=None)
    yield "no goal is scored that nobody agreed to", not odd.exists()
    alone = Goal.objects.filter(mentorship=pair, agreed_by=F("written_by"))
    yield "nobody agrees with themself", not alone.exists()
    yield "a mentor has two introductions at most", course.mentor.introductions_given.under_way().count() <= 2
    counted = Counter(
        (name, one.about_code) for name, verbs in ONCE.items() for one in events if one.verb in verbs
    )
    yield (
        f"each thing ends once: {[key for key, count in counted.items() if count > 1]}",
        max(counted.values(), default=0) < 2,
    )


def _replayed(events: list[Event]) -> tuple[str, list[str]]:
    """The state that the events lead to, and what happened that may not in the state it was in."""
    state, before, wrong, every = "active", "active", [], {event.verb for event in events}
    allowed = {"active": every, "paused": every, "frozen": TIDYING, "ended": TIDYING | LOOKING_BACK}
    for event in events:
        if event.verb in FROM:
            if state not in FROM[event.verb]:
                wrong.append(f"{event.verb} of {state}")
            # What rested before it was frozen rests again when it goes on.
            state, before = TO.get(event.verb.partition(".")[2], before), state
        elif event.by_id is not None and event.verb not in allowed[state]:
            wrong.append(f"{event.verb} while {state}")
    return ("illegal" if wrong else state), wrong


def _meeting_laws(course: Course, events: list[Event]) -> Iterator[tuple[str, bool]]:
    every = list(Meeting.objects.filter(mentorship=course.pair).order_by("starts_at"))
    planned = [one for one in every if one.state == "planned"]
    clear = all(one.ends_at <= other.starts_at for one, other in pairwise(planned))
    yield "no two meetings at once", clear
    changed = Counter(one.about_code for one in events if one.verb in ("meeting.moved", "meeting.cancelled"))
    single = [one for one in every if one.series_id is None]
    yield "each change has its number", all(one.sequence == changed[one.code] for one in single)
    chosen = Suggestion.objects.filter(mentorship=course.pair, meeting__isnull=False)
    met = [one.meeting_id for one in chosen]
    yield "each picked time is one meeting", len(met) == len(set(met))


def _agreement_laws(course: Course, events: list[Event]) -> Iterator[tuple[str, bool]]:
    versions = list(Version.objects.filter(mentorship=course.pair).order_by("pk"))
    yield "versions follow one another", [one.number for one in versions] == list(range(1, len(versions) + 1))
    said = Counter(Acceptance.objects.filter(version__in=versions).values_list("version__code", flat=True))
    forced = {one.about_code for one in events if one.verb == "agreement.in_force"}
    yield "what both accepted is in force", {code for code, count in said.items() if count == 2} == forced
