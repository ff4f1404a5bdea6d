"""Two who plan, write or move at the same moment: nothing is doubled, and no text is lost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.meetings import timed
from alongside.mentoring.meetings.models import Meeting, Note, Series
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.notes import actions as notes
from alongside.people.offers.models import Offer

AT_ONCE = 8
ROUNDS = 5

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def pair(cast) -> Mentorship:
    """Ada mentors Ben."""
    Offer.objects.create(person=cast.ada, capacity=1, taken=1)
    return mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Lead a discovery cycle alone")


@pytest.fixture
def at_once() -> Iterator[Callable]:
    """``at_once(work)`` runs ``work(number)`` in eight threads from the same moment; refusals count as such."""
    barrier = Barrier(AT_ONCE)

    def begin(work: Callable, number: int) -> object:
        barrier.wait(30)
        try:
            return work(number)
        except Refused:
            return "refused"
        finally:
            connections.close_all()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield lambda work: list(pool.map(lambda number: begin(work, number), range(AT_ONCE)))


def test_of_eight_series_planned_at_once_one_stands(cast, pair, at_once):
    def plan(number: int) -> object:
        return meetings.plan_series(
            Mentorship.objects.get(), by=cast.ben, every_days=14, starts_on=(now() + dt.timedelta(days=2)).date(),
            at=dt.time(17), zone="Europe/London", minutes=45, until=(now() + dt.timedelta(days=60)).date(),
        )  # fmt: skip

    at_once(plan)

    planned = Meeting.objects.planned()
    assert planned.values("series").distinct().count() == 1
    assert planned.count() == planned.values("starts_at").distinct().count()
    assert Series.objects.filter(ended_at=None).count() == 1


def test_of_eight_who_write_one_note_at_once_one_saves_and_all_others_are_told(cast, pair, at_once):
    meeting = meetings.plan_one(pair, now() + dt.timedelta(days=3), by=cast.ben)
    for version in range(ROUNDS):
        writers = (cast.ada, cast.ben)

        def write(number: int, version: int = version, writers: tuple = writers) -> object:
            row = Meeting.objects.get(pk=meeting.pk)
            text = f"round {version}, writer {number}"
            return notes.write(row, text, by=writers[number % 2], shared=True, version=version).text

        answers = at_once(write)

        saved = [answer for answer in answers if answer != "refused"]
        assert (len(saved), Note.objects.get().text) == (1, saved[0])


def test_a_meeting_cancelled_at_once_is_cancelled_once(cast, pair, at_once):
    meeting = meetings.plan_one(pair, now() + dt.timedelta(days=3), by=cast.ben)
    answers = at_once(lambda _number: meetings.cancel(Meeting.objects.get(pk=meeting.pk), by=cast.ben))

    assert sorted(map(str, answers)) == ["None", *["refused"] * (AT_ONCE - 1)]
    assert Meeting.objects.get().sequence == 1


def test_eight_workers_invite_and_remind_once(cast, pair, at_once):
    meetings.plan_one(pair, now() + dt.timedelta(hours=20), by=cast.ben)

    assert sum(at_once(lambda _number: timed.invite_due(now()))) == 1
    assert sum(at_once(lambda _number: timed.remind_due(now()))) == 1
