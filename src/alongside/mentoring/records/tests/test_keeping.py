"""The record of a mentorship: each keeps what they may read, on paper and as a file."""

from __future__ import annotations

import datetime as dt
import io
import json
import sys
import zipfile

import pytest
from django.urls import reverse

from alongside.growth.archive.parts import PARTS
from alongside.kit.clock import now
from alongside.mentoring.advice import actions as advice
from alongside.mentoring.learning import actions as learning
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.messages import actions as messages
from alongside.mentoring.notes import actions as notes
from alongside.mentoring.records.queries import way_to_mentorship
from alongside.mentoring.reviews import actions as reviews


@pytest.fixture
def closed(cast, pair, agreed):
    """They wrote, Ada learned, both closed it, and it has ended."""
    messages.send(pair, "Thank you for the first month", by=cast.ben)
    learning.note(pair, "A silent critique", by=cast.ada)
    meeting = meetings.log(pair, now() - dt.timedelta(hours=2), by=cast.ben, minutes=60)
    notes.write(meeting, "In the room", by=cast.ben, shared=True, version=0)
    heard = advice.give(meeting, "Show two dates", by=cast.ben)
    advice.decide(heard, "do", "Right", by=cast.ben)
    advice.report(heard, "They moved the date", by=cast.ben)
    advice.assign(meeting, "Write to sales", by=cast.ben, owner=cast.ben, due_on=None)
    review = reviews.begin(pair, "closing", by=cast.ada)
    for person, own in ((cast.ada, "Ada alone"), (cast.ben, "Ben alone")):
        texts = {
            "learned": f"{person.name} learned",
            "evidence": "A release",
            "use": "Often",
            "thanks": "You",
            "own": own,
        }
        reviews.answer(review, by=person, texts=texts, next="peers")
    mentorships.end(pair, by=cast.ben)
    other = mentorships.begin(cast.ada, cast.cleo, by=cast.ada, purpose="Something else")
    messages.send(other, "Between Ada and Cleo", by=cast.cleo)
    return pair


def unpacked(answer):
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


def test_each_keeps_their_own_record_of_the_one_mentorship(as_, cast, closed):
    show, space = reverse("records.show", args=[closed.code]), reverse("mentorships.show", args=[closed.code])
    for person, mine, theirs in ((cast.ada, "Ada alone", "Ben alone"), (cast.ben, "Ben alone", "Ada alone")):
        browser = as_(person)
        paper = browser.get(show).text
        files = unpacked(browser.get(reverse("records.fetch", args=[closed.code])))
        every = "".join(files.values())

        assert show in browser.get(space).text
        for text in (
            "A silent critique",
            "Run a discovery cycle",
            "They moved the date",
            "In the room",
            mine,
        ):
            assert text in paper
            assert text in every
        assert "Thank you for the first month" in every
        for text in ("Between Ada and Cleo", theirs):
            assert text not in paper
            assert text not in every
        assert len(json.loads(files["data/messages.json"])) == 1
        assert {"read/goals.md", "tables/goals.csv", "README.md"} <= files.keys()


def test_it_is_fetched_as_pdf_where_the_engine_is(as_, cast, closed, monkeypatch):
    pytest.importorskip("weasyprint")
    page, ben = reverse("records.paper", args=[closed.code]), as_(cast.ben)
    answer = ben.get(page)

    assert page in ben.get(reverse("records.show", args=[closed.code])).text
    assert (answer.headers["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")
    monkeypatch.setitem(sys.modules, "weasyprint", None)  # as where it is not installed
    assert page not in ben.get(reverse("records.show", args=[closed.code])).text
    assert ben.get(page).status_code == 404


def test_it_costs_ten_queries_however_much_is_in_it(as_, cast, closed, django_assert_max_num_queries):
    ben, page = as_(cast.ben), reverse("records.show", args=[closed.code])
    ben.get(page)

    with django_assert_max_num_queries(10):
        ben.get(page)


def test_nobody_else_reads_it(as_, cast, closed):
    for name in ("records.show", "records.paper", "records.fetch"):
        for outsider in (cast.cleo, cast.dev, cast.eve):
            assert as_(outsider).get(reverse(name, args=[closed.code])).status_code == 404


def test_every_part_that_belongs_to_a_mentorship_is_found():
    ways = {name: way_to_mentorship(part) for name, part in PARTS.items()}

    assert {name: ways[name] for name in ("mentorships", "goals", "progress", "attendances", "notes", "feedback")} == {
        "mentorships": "pk", "goals": "mentorship", "progress": "goal__mentorship",
        "attendances": "meeting__mentorship", "notes": "meeting__mentorship", "feedback": "mentorship",
    }  # fmt: skip
    assert (ways["review_answers"], ways["concerns"], ways["positions"]) == ("review__mentorship", "", "")
