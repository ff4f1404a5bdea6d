"""Notes: shared by the pair, or private to their author; the second of two writers loses nothing."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.kit.clock import now
from alongside.kit.errors import Forbidden
from alongside.mentoring.meetings.actions import plan_one
from alongside.mentoring.meetings.models import Note
from alongside.mentoring.notes import actions

SECRET = "My director does not know that I am looking"


@pytest.fixture
def meeting(cast, pair):
    return plan_one(pair, now() + dt.timedelta(days=3), by=cast.ben)


def write(browser, meeting, text, *, verb="share", version=0):
    return browser.post(reverse(f"notes.{verb}", args=[meeting.code]), {"text": text, "version": version})


def page(browser, meeting) -> str:
    return browser.get(reverse("meetings.show", args=[meeting.code])).content.decode()


def test_a_shared_note_is_read_by_both(as_, cast, meeting):
    write(as_(cast.ben), meeting, "We cut the importer")

    assert "We cut the importer" in page(as_(cast.ada), meeting)


def test_a_private_note_is_read_by_its_author_alone(as_, cast, meeting):
    write(as_(cast.ben), meeting, SECRET, verb="keep")

    assert (SECRET in page(as_(cast.ben), meeting), SECRET in page(as_(cast.ada), meeting)) == (True, False)
    assert list(Note.objects.visible_to(cast.ada)) == []


def test_both_kinds_are_unreadable_at_rest(as_, cast, meeting):
    write(as_(cast.ben), meeting, SECRET, verb="keep")
    write(as_(cast.ben), meeting, SECRET)

    with connection.cursor() as cursor:
        cursor.execute("select text from mentoring_note")
        assert [SECRET.encode() in bytes(row[0]) for row in cursor.fetchall()] == [False, False]


def test_the_second_writer_sees_both_texts_and_loses_neither(as_, cast, meeting):
    write(as_(cast.ben), meeting, "Ben wrote this")
    answer = write(as_(cast.ada), meeting, "Ada wrote this", version=0)
    html = answer.content.decode()
    write(as_(cast.ada), meeting, "Ben wrote this; Ada wrote this", version=1)

    assert (answer.status_code, "Ben wrote this" in html, ">Ada wrote this</textarea>" in html) == (
        422,
        True,
        True,
    )
    assert Note.objects.get().text == "Ben wrote this; Ada wrote this"


def test_nobody_else_writes_or_reads(as_, cast, meeting):
    for outsider in (cast.eve, cast.cleo, cast.dev):
        for verb in ("share", "keep"):
            assert write(as_(outsider), meeting, "x", verb=verb).status_code == 404
    with pytest.raises(Forbidden):
        actions.write(meeting, "x", by=cast.eve, shared=True, version=0)


def test_too_long_a_note_is_kept_on_the_page(as_, cast, meeting):
    answer = write(as_(cast.ben), meeting, "x" * 20_001)

    assert (answer.status_code, "x" * 20_001 in answer.content.decode()) == (422, True)


def test_one_who_goes_on_writing_is_recorded_once(cast, meeting):
    for version, text in enumerate(("We cut", "We cut the", "We cut the importer")):
        actions.write(meeting, text, by=cast.ben, shared=True, version=version)
    actions.write(meeting, "We cut it", by=cast.ada, shared=True, version=3)

    assert [event.by for event in Event.objects.filter(verb="note.written")] == [cast.ben, cast.ada]


def test_an_open_page_asks_for_the_room_alone(as_, cast, meeting):
    write(as_(cast.ben), meeting, "We cut the importer")
    browser, address = as_(cast.ada), reverse("meetings.show", args=[meeting.code])

    part = browser.get(address, headers={"HX-Request": "true"}).content.decode()

    assert ("We cut the importer" in part, "<html" in part, part.count("data-note")) == (True, False, 1)


def test_a_page_that_follows_the_note_gets_it_alone(as_, cast, meeting):
    address = reverse("notes.show", args=[meeting.code])
    asked = {"HX-Request": "true"}
    saved = as_(cast.ben).post(
        reverse("notes.share", args=[meeting.code]), {"text": "We cut it", "version": 0}, headers=asked
    )
    part = as_(cast.ada).get(address, headers=asked).content.decode()

    assert (saved.headers["Location"], "We cut it" in part, "<h" in part) == (address, True, False)
    assert as_(cast.eve).get(address, headers=asked).status_code == 404
    assert as_(cast.ada).get(address).headers["Location"] == reverse("meetings.show", args=[meeting.code])
