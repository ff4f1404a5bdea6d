"""How the demo's mentorships have gone so far: agreements, goals, progress."""

from __future__ import annotations

import datetime as dt

from alongside.accounts.persons.models import Person
from alongside.growth.skills.queries import default_skills
from alongside.kit.clock import now, travel
from alongside.matching.requests.models import Request
from alongside.mentoring.advice import actions as advice
from alongside.mentoring.agenda import actions as agenda
from alongside.mentoring.agreements import actions as agreements
from alongside.mentoring.attendance import actions as attendance
from alongside.mentoring.goals import actions as goals
from alongside.mentoring.goals import quarters
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.notes import actions as notes
from alongside.mentoring.suggestions import actions as suggestions
from alongside.mentoring.wrap_up.actions import Follow, Task, wrap_up
from alongside.people.busy import actions as days_off

from .practice import work_together

DAY = dt.timedelta(days=1)
GOALS = [
    (
        "Cut the overfull release down to what matters",
        "B3",
        (
            "The release slips and nobody knows why",
            "It ships late with everything in it",
            "It ships on time with what was agreed as must",
            "It ships on time and one thing was taken out by choice",
            "It ships early, and stakeholders name the method themselves",
        ),
    ),
    (
        "Win the head of operations over",
        "D1",
        (
            "She blocks the next release",
            "She hears of it at the last minute",
            "She is asked before and says yes or no in time",
            "She brings a requirement of her own",
            "She presents it together with me",
        ),
    ),
]


def grow(accepted: list[tuple[Request, int]]) -> None:
    """Bring each pair to where it is today."""
    for place, (request, days) in enumerate(accepted):
        request.refresh_from_db()
        assert request.mentorship is not None
        _agree(request.mentorship, request, days, both=place != len(accepted) - 1)
        if place < 2:
            _aim(request.mentorship, request, days)
            _meet(request.mentorship, request, days)
    _wait_unprepared(accepted[2][0])
    first = accepted[0][0].mentorship
    assert first is not None
    work_together(first)


def _agree(mentorship: Mentorship, request: Request, days: int, *, both: bool) -> None:
    with travel(now() - (days - 1) * DAY):
        version = agreements.draft(mentorship, by=request.mentor, cadence=14, channels=["video"])
        agreements.accept(version, by=request.mentee)
        if both:
            agreements.accept(version, by=request.mentor)


def _aim(mentorship: Mentorship, request: Request, days: int) -> None:
    by_key = {skill.key: skill for skill in default_skills()}
    with travel(now() - (days - 3) * DAY):
        for title, key, levels in GOALS:
            goal = goals.set(
                mentorship,
                by=request.mentee,
                title=title,
                levels=levels,
                quarter=quarters.of((now() + 45 * DAY).date()),
                skill=by_key[key],
            )
            goals.agree(goal, by=request.mentor)
    with travel(now() - 4 * DAY):
        text = "Listed every must with its reason; eleven became six."
        goals.progress(mentorship.goals.order_by("pk")[0], by=request.mentee, text=text, level=0)


def _meet(mentorship: Mentorship, request: Request, days: int) -> None:
    """Meetings that were held, with advice in every state, and the next one prepared."""
    mentee, mentor = request.mentee, request.mentor
    with travel(now() - (days - 4) * DAY):
        start = (now() + DAY).astimezone(mentee.zone)
        start += (TUESDAY - start.weekday()) % 7 * DAY
        planned = meetings.plan_series(
            mentorship,
            by=mentee,
            every_days=14,
            starts_on=start.date(),
            at=dt.time(17, 30),
            zone=mentee.timezone,
            minutes=45,
            until=start.date() + 120 * DAY,
        )
    held = [one for one in planned if one.starts_at < now()]
    for place, meeting in enumerate(held):
        with travel(meeting.starts_at + dt.timedelta(hours=1)):
            meetings.tell_outcome(meeting, "missed" if place == 1 else "held", by=mentee)
    _advise(held, mentee, mentor)
    upcoming = planned[len(held)]
    agenda.add(
        upcoming, by=mentee, topic="The release, once more", question=QUESTIONS[0], help="review", minutes=20
    )
    agenda.add(
        upcoming,
        by=mentee,
        topic="The head of operations",
        question=QUESTIONS[1],
        help="rehearse",
        minutes=15,
    )
    attendance.answer(upcoming, "yes", by=mentor)
    soon = now().replace(hour=9, minute=0, second=0, microsecond=0)
    days_off.take_off(by=mentor, starts_on=(soon + 30 * DAY).date(), ends_on=(soon + 34 * DAY).date())
    suggestions.suggest(mentorship, [soon + (2 + number) * DAY for number in range(3)], by=mentor, minutes=30)


TUESDAY = 1
QUESTIONS = [
    "Of the six musts that are left, which would you test for being none, and how?",
    "What would you say first to somebody who has blocked two releases with good reasons?",
]
ADVICE = [
    (
        "Show the director both dates, and let him choose the smaller release himself.",
        "do",
        "It leaves the decision with him.",
    ),
    (
        "Spend a night shift with operations before you ask them for anything.",
        "adapt",
        "Half a shift; I have a small child.",
    ),
    ("Write down what would make you stop, before the next experiment.", "", ""),
]
NOTE = """What we saw: of eleven musts, five were habits.
What we do not know yet: who stops a test when it goes wrong.
Ask the dispatchers first: they stop things every day."""
RESULT = "He chose the smaller one, and told the board that it was his idea. We ship on the fourth."


def _advise(held: list[Meeting], mentee: Person, mentor: Person) -> None:
    for number, (text, decision, why) in enumerate(ADVICE):
        meeting = held[0 if number < 2 else -1]
        with travel(meeting.starts_at + dt.timedelta(minutes=40)):
            given = advice.give(meeting, text, by=mentee)
            if decision:
                advice.decide(given, decision, why, by=mentee)
    first = held[0].advice.order_by("pk")[0]
    advice.report(first, RESULT, by=mentee)
    with travel(held[-1].starts_at + dt.timedelta(minutes=45)):
        notes.write(held[-1], NOTE, by=mentee, shared=True, version=0)
    draft = Task("Draft the one-page strategy and send it a day before", mentee, (now() + 5 * DAY).date())
    last = held[-1].advice.latest("pk")
    wrap_up(held[-1], by=mentee, follows=[Follow(last, task=draft)])
    wrap_up(held[-1], by=mentor, task=Task("Introduce a colleague who priced a team plan", mentor))


def _wait_unprepared(request: Request) -> None:
    """A meeting tomorrow that nobody has prepared."""
    assert request.mentorship is not None
    meetings.plan_one(request.mentorship, now() + dt.timedelta(hours=20), by=request.mentee)
