"""A whole mentorship, day by day through the real timed jobs, over both changes of the clocks."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from collections import Counter
from collections.abc import Iterator

from procrastinate.contrib.django import app

from alongside.activity.events.models import Event
from alongside.activity.mail.models import Letter
from alongside.activity.notices.models import Notice
from alongside.growth.decisions import actions as decisions
from alongside.growth.wins import actions as wins
from alongside.kit.clock import now, travel
from alongside.matching.briefs.models import Brief
from alongside.matching.requests import actions as requests
from alongside.mentoring.advice import actions as advice
from alongside.mentoring.advice.models import Advice
from alongside.mentoring.agenda import actions as agenda
from alongside.mentoring.feedback import actions as feedback
from alongside.mentoring.health.models import Alert
from alongside.mentoring.introductions import actions as introductions
from alongside.mentoring.introductions.models import Introduction
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.pulse import actions as pulses
from alongside.mentoring.pulse.queries import open_for
from alongside.mentoring.soundings import actions as soundings
from alongside.people.busy.actions import take_off
from alongside.people.offers.models import Offer
from alongside.people.profiles.models import Profile
from alongside.practice.rehearsals import actions as rehearsals

LONDON = zoneinfo.ZoneInfo("Europe/London")
FIRST, LAST = dt.date(2026, 10, 1), dt.date(2027, 3, 29)
PAUSED, RESUMED = dt.date(2027, 1, 15), dt.date(2027, 2, 12)
CHANGES = {dt.date(2026, 10, 25), dt.date(2027, 3, 28)}
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
UNPREPARED = "Your next meeting is not prepared yet"
FORGOTTEN = 7
"""The meeting before which Ben writes nothing, though it is his turn; then there are three in a row."""
CANCELLED_LATE = (19, 20)
MUCH_ADVICE, DECIDED = dt.date(2026, 11, 4), dt.date(2026, 11, 11)
LOW, HIGH = dt.date(2026, 11, 29), dt.date(2026, 12, 28)
SIGNS = {
    "no_first_meeting": [FIRST + 14 * DAY],  # on the day after that they say that they have met
    "advice": [MUCH_ADVICE],
    "pulse": [LOW],
    "unprepared": [dt.date(2026, 11, 25)],
    "gap": [dt.date(2026, 12, 30), dt.date(2027, 3, 10)],  # after a holiday, and after two cancelled meetings
    "cancelled": [dt.date(2027, 3, 10)],
}
BY_ITSELF = {
    "meeting.unprepared": 10, "pulse.opened": 5, "review.opened": 3, "feedback.second_look_due": 1,
    "sounding.closed": 1, "introduction.expired": 1, "introduction.made": 2, "introduction.outcome_asked": 4,
    "series.cancelled": 1, "alert.raised": 7, "alert.passed_on": 2, "request.reminded": 1, "request.expired": 1,
    "win.asked_about": 1, "rehearsal.result_asked": 1, "career_decision.review_asked": 1,
}  # fmt: skip
"""Everything that comes by itself in this half a year, and how often."""
FROM_TIME = {
    ("alert.passed_on", "Cleo"): 2, ("request.again", "Ben"): 1, ("request.reminded", "Cleo"): 1, ("win", "Ben"): 1,
    ("request.expired", "Eve"): 1, ("rehearsal", "Ben"): 1, ("career_decision", "Ben"): 1,
    ("sounding.closed", "Ben"): 1,
    ("feedback.second_look_due", "Ada"): 1, ("introduction.outcome_asked", "Ben"): 4, ("meeting.unprepared", "Ben"): 10,
    ("pulse.opened", "Ada"): 5, ("pulse.opened", "Ben"): 5, ("review.opened", "Ada"): 3, ("review.opened", "Ben"): 3,
    ("alert.raised", "Ada"): 7, ("alert.raised", "Ben"): 7,
}  # fmt: skip
"""What each of them reads of it."""
OWN = ("alongside.mentoring.", "alongside.activity.notices.", "alongside.growth.wins", "alongside.growth.decisions",
       "alongside.practice.rehearsals", "alongside.matching.requests")  # fmt: skip


def morning(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(7, 30), dt.UTC)


def ticks(first: dt.date, last: dt.date) -> Iterator[dt.datetime]:
    """Every morning; every hour around a change of the clocks."""
    for number in range((last - first).days + 1):
        at = morning(first + number * DAY)
        hours = 24 if at.date() in CHANGES else 1
        yield from (at - 7 * HOUR + hour * HOUR for hour in range(24)) if hours > 1 else [at]


def keep_time() -> None:
    """What is due by itself for a mentorship, as the worker does it; every tenth day twice, as two workers would."""
    due = [
        one.task for one in app.periodic_registry.periodic_tasks.values()
        if one.task.func.__module__.startswith(OWN)
    ]  # fmt: skip
    assert {"meetings.keep_time", "pulse.keep_time", "reviews.keep_time"} <= {one.name for one in due}
    for task in due * (1 if now().day % 10 else 2):
        task.func(int(now().timestamp()))


def live(pair, cast) -> None:
    """What the two do on that day: Ben prepares every other meeting, both meet, and cancel two on the day itself."""
    for number, one in enumerate(Meeting.objects.filter(mentorship=pair).order_by("original_at")):
        if one.state == "planned" and one.ends_at < now():
            if now().date() > FIRST + 14 * DAY:
                meetings.tell_outcome(Meeting.objects.with_people().get(pk=one.pk), "held", by=cast.ben)
        elif number in CANCELLED_LATE and one.state == "planned" and one.starts_at.date() == now().date():
            meetings.cancel(Meeting.objects.with_people().get(pk=one.pk), by=cast.ben)
        elif (
            number % 2
            and number != FORGOTTEN
            and one.state == "planned"
            and one.starts_at.date() - now().date() == 3 * DAY
        ):
            agenda.add(one, by=cast.ben, topic="The release", question="Which of these first?")


def introduce(pair, cast, who: str, said: str) -> None:
    """Ben asks for somebody, Ada passes it on, and they answer, if they do."""
    asked = introductions.ask(pair, by=cast.ben, mentor=cast.ada, wanted=who, purpose="To learn", blurb="Ben")
    introductions.pass_on(asked, by=cast.ada, name=who, email=f"{who}@example.com", note="Do")
    if said:
        introductions.answer(Introduction.objects.get(pk=asked.pk), said, by=None)


def ask_around(pair, cast) -> None:
    """What comes up again by itself: feedback with a second look, introductions, a round among colleagues."""
    told = {"situation": "On Monday", "behaviour": "You cut in", "impact": "Sales stopped", "ask": "Why?"}
    given = feedback.offer(pair, by=cast.ada, receiver=cast.ben, skill=None, **told)
    feedback.answer(given, by=cast.ben, landing="stung", will_try="Ask first", practice="", weeks=8)
    introduce(pair, cast, "kim", "yes")
    introduce(pair, cast, "lou", "")
    colleagues = [(name, f"{name}@example.com") for name in ("one", "two", "three")]
    soundings.ask(pair, by=cast.ben, colleagues=colleagues)


def begin_more(cast) -> None:
    """What each keeps for themself and is asked about later, and a request that nobody answers."""
    decision = decisions.ask("Stay or go?", ["Stay", "Go"], by=cast.ben)
    decisions.decide(decision, "Stay", {"reasons": "The team"}, by=cast.ben)
    wins.wait("Fewer calls", dt.date(2027, 1, 5), by=cast.ben)
    talk = rehearsals.plan({"title": "Two people more", "ask": "Decide"}, by=cast.ben)
    rehearsals.decide(talk, "yes", "Go", by=cast.ben)
    Brief.objects.create(person=cast.ben, kind="skill", goal="Lead a release", finished_at=now())
    Profile.objects.create(person=cast.cleo, findable_by=["everyone"])
    Offer.objects.create(person=cast.cleo, capacity=1, formats=["long"])
    requests.send(cast.cleo, by=cast.eve, brief=None, goal="Learn", question="How did you begin?")


def trouble(pair, cast) -> None:
    """More advice than anybody follows, and a pulse in which both say that it goes badly; later both are mended."""
    today = now().date()
    if today == MUCH_ADVICE:
        meeting = Meeting.objects.with_people().filter(mentorship=pair).earliest("starts_at")
        for number in range(6):
            advice.give(meeting, f"Advice {number}", by=cast.ada)
    if today == DECIDED:
        advice.decide(Advice.objects.select_related("mentorship").first(), "not_do", "Too late", by=cast.ben)
    if today in (LOW, HIGH):
        for person in (cast.ada, cast.ben):
            pulses.answer(open_for(pair), by=person, numbers=[1 if today == LOW else 5] * 6, word="")


def by_itself(since: dt.datetime, until: dt.datetime) -> list[Event]:
    return list(Event.objects.filter(by=None, created_at__gte=since, created_at__lt=until))


def test_each_reminder_comes_once_none_in_a_pause_and_none_after_the_end(cast, tell_everyone, letters):
    Offer.objects.create(person=cast.ada, capacity=1, taken=1)
    with travel(morning(FIRST)):
        pair = mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Lead a release")
        take_off(by=cast.ada, starts_on=dt.date(2026, 12, 21), ends_on=dt.date(2027, 1, 3))
        planned = meetings.plan_series(
            pair, by=cast.ben, every_days=7, starts_on=dt.date(2026, 10, 6), at=dt.time(17, 30), zone="Europe/London",
            minutes=45, until=dt.date(2027, 5, 1),
        )  # fmt: skip
        meetings.move(planned[2], planned[2].starts_at + DAY, by=cast.ada)
        meetings.cancel(planned[5], by=cast.ben)
        ask_around(pair, cast)
        begin_more(cast)
        tell_everyone()
    for at in ticks(FIRST, LAST + 120 * DAY):
        if at.date() > LAST + 10 * DAY and (at.date() - LAST).days % 10:
            continue
        with travel(at):
            if at == morning(PAUSED) - 20 * DAY:
                introduce(pair, cast, "max", "yes")  # to be asked about in the pause
            if at == morning(PAUSED):
                mentorships.pause(pair, by=cast.ben)
            if at == morning(RESUMED):
                mentorships.resume(pair, by=cast.ben)
            if at == morning(LAST):
                mentorships.end(pair, by=cast.ada)
            live(pair, cast)
            trouble(pair, cast)
            tell_everyone()
            keep_time()
            tell_everyone()

    rows = list(Meeting.objects.order_by("original_at"))
    away = {dt.date(2026, 12, 22), dt.date(2026, 12, 29)}
    assert {one.original_at.astimezone(LONDON).time() for one in rows} == {dt.time(17, 30)}
    assert not away & {one.original_at.date() for one in rows}
    assert {one.original_at.hour for one in rows} == {16, 17}

    told = Event.objects.filter(verb="meeting.unprepared")
    begun = {one.code: one.starts_at for one in rows}
    rested = [one for one in rows if PAUSED <= one.starts_at.date() <= RESUMED]
    expected = [
        one for number, one in enumerate(rows)
        if (not number % 2 or number == FORGOTTEN) and one not in rested and one.starts_at < morning(LAST)
        and number not in (5, *CANCELLED_LATE)
    ]  # fmt: skip
    assert Counter(one.about_code for one in told) == Counter(one.code for one in expected)
    assert all(dt.timedelta() < begun[one.about_code] - one.created_at <= DAY for one in told)
    reminders = [one for one in letters() if one.subject == UNPREPARED]
    assert (len(reminders), {one.to for one in reminders}) == (len(expected), {cast.ben.email})

    assert by_itself(morning(PAUSED), morning(RESUMED)) == []
    in_the_pause = Letter.objects.filter(
        created_at__gt=morning(PAUSED) + DAY, created_at__lt=morning(RESUMED)
    )
    assert not in_the_pause.exists()
    after = [one.verb for one in by_itself(morning(LAST), morning(LAST + 200 * DAY))]
    assert sorted(after) == ["career_decision.review_asked", "review.opened", "series.cancelled"]

    days = Counter((one.to, one.created_at.date()) for one in letters() if "new thing" in one.subject)
    assert set(days.values()) == {1}
    kinds = Counter(one.details.get("kind") for one in Event.objects.filter(verb="review.opened"))
    assert kinds == {"half_way": 1, "closing": 1, "later": 1}
    told_of_everything_as_often_as_it_happened(pair)


def told_of_everything_as_often_as_it_happened(pair) -> None:
    """Each kind that comes by itself, each sign of trouble on its day, and what everybody reads of them."""
    told_of_what_was_asked_around()
    opened = list(Event.objects.filter(verb="pulse.opened"))
    assert len({one.about_code for one in opened}) == len(opened)
    assert Counter(one.verb for one in Event.objects.filter(by=None)) == BY_ITSELF
    raised: dict[str, list[dt.date]] = {}
    for one in Alert.objects.filter(mentorship=pair).order_by("pk"):
        raised.setdefault(one.kind, []).append(one.created_at.date())
    assert raised == SIGNS
    assert set(SIGNS) == set(Alert.Kind.values)
    read = Counter((one.kind, one.person.name.split()[0]) for one in Notice.objects.select_related("person"))
    assert {what: number for what, number in read.items() if what in FROM_TIME} == FROM_TIME
    told = {kind for kind, _who in FROM_TIME}
    assert {what for what in read if what[0] in told} == set(FROM_TIME)


def told_of_what_was_asked_around() -> None:
    """Each thing once, the two questions after an introduction apart, and none in the pause."""
    every = by_itself(morning(FIRST), morning(LAST))
    answered = "introduction.made"  # by somebody without an account, so by nobody here
    once = [one for one in every if not one.verb.startswith(("meeting", "pulse")) and one.verb != answered]
    kim, lou, later = Introduction.objects.order_by("pk").values_list("code", flat=True)
    said = Counter((one.verb, one.about_code) for one in once if one.about_code not in {kim, later})
    days = {code: [one.created_at.date() for one in once if one.about_code == code] for code in (kim, later)}
    assert days[kim] == [FIRST + 30 * DAY, FIRST + 90 * DAY]
    assert len(days[later]) in {1, 2}
    assert not [day for day in days[later] if PAUSED <= day < RESUMED]
    assert said["introduction.expired", lou] == 1
    assert {"feedback.second_look_due", "sounding.closed"} <= {verb for verb, _code in said}
    assert {key: number for key, number in said.items() if number > 1} == {}
