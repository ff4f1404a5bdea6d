"""A whole mentorship, day by day through the real timed jobs, over both changes of the clocks."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from collections import Counter
from collections.abc import Iterator

from procrastinate.contrib.django import app

from alongside.activity.events.models import Event
from alongside.activity.mail.models import Letter
from alongside.kit.clock import now, travel
from alongside.mentoring.agenda import actions as agenda
from alongside.mentoring.feedback import actions as feedback
from alongside.mentoring.introductions import actions as introductions
from alongside.mentoring.introductions.models import Introduction
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.soundings import actions as soundings
from alongside.people.busy.actions import take_off
from alongside.people.offers.models import Offer

LONDON = zoneinfo.ZoneInfo("Europe/London")
FIRST, LAST = dt.date(2026, 10, 1), dt.date(2027, 3, 29)
PAUSED, RESUMED = dt.date(2027, 1, 15), dt.date(2027, 2, 12)
CHANGES = {dt.date(2026, 10, 25), dt.date(2027, 3, 28)}
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
UNPREPARED = "Your next meeting is not prepared yet"


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
        if one.task.func.__module__.startswith(("alongside.mentoring.", "alongside.activity.notices."))
    ]  # fmt: skip
    assert {"meetings.keep_time", "pulse.keep_time", "reviews.keep_time"} <= {one.name for one in due}
    for task in due * (1 if now().day % 10 else 2):
        task.func(int(now().timestamp()))


def live(pair, cast) -> None:
    """What the two do on that day: Ben prepares every other meeting, and both meet."""
    for number, one in enumerate(Meeting.objects.filter(mentorship=pair).order_by("original_at")):
        if one.state == "planned" and one.ends_at < now():
            meetings.tell_outcome(Meeting.objects.with_people().get(pk=one.pk), "held", by=cast.ben)
        elif number % 2 and one.state == "planned" and one.starts_at.date() - now().date() == 3 * DAY:
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
        if not number % 2 and one not in rested and one != rows[5] and one.starts_at < morning(LAST)
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
    assert sorted(after) == ["review.opened", "series.cancelled"]

    days = Counter((one.to, one.created_at.date()) for one in letters() if "new thing" in one.subject)
    assert set(days.values()) == {1}
    kinds = Counter(one.details.get("kind") for one in Event.objects.filter(verb="review.opened"))
    assert kinds == {"half_way": 1, "closing": 1, "later": 1}
    pulses = list(Event.objects.filter(verb="pulse.opened").order_by("created_at"))
    assert len({one.about_code for one in pulses}) == len(pulses) > 3
    told_of_what_was_asked_around()


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
