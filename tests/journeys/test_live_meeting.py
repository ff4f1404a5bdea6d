"""A meeting with two browsers open: what one writes the other sees at once, and nobody's typing is lost."""

from __future__ import annotations

import datetime as dt

import pytest
from playwright.sync_api import expect

from alongside.kit.clock import now
from alongside.mentoring.documents import actions as documents
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.meetings.models import Note
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.messages.files import Taken
from alongside.mentoring.notes import actions as notes
from alongside.people.offers.models import Offer
from alongside.practice.rows import actions as rows
from alongside.practice.tools.registry import TOOLS
from alongside.practice.worksheets import actions as worksheets

pytestmark = pytest.mark.django_db(transaction=True)
SOON = 10_000
"""Milliseconds, on a computer that is busy; how soon it is on one that is not, `make bench ONLY=live` tells."""
MOSCOW = TOOLS["moscow"]
PHONE = {"width": 390, "height": 800}
MERGING = """async ([address, cases]) => {
  const { merged } = await import(address);
  return cases.map(([base, mine, theirs]) => merged(base, mine, theirs)?.text ?? null);
}"""
CASES = {
    ("one two", "one two", "one 2"): "one 2",
    ("one two", "1 two", "one two"): "1 two",
    ("one two", "one 2", "one 2"): "one 2",
    ("one two", "1 two", "one 2"): "1 2",
    ("one two", "one 2", "1 two"): "1 2",
    ("", "mine", "theirs"): "theirs\nmine",
    ("so:\n", "so:\nmine\n", "so:\ntheirs\n"): "so:\ntheirs\nmine\n",
    ("one two", "one three", "one four"): None,
}


@pytest.fixture
def meeting(transactional_db, cast):
    """A meeting of Ada and Ben that is under way."""
    Offer.objects.create(person=cast.ada, capacity=1, taken=1)
    pair = mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Lead a discovery cycle alone")
    return meetings.log(pair, now() - dt.timedelta(minutes=20), by=cast.ben)


def test_two_who_meet_see_each_others_changes_and_lose_nothing(sit, cast, meeting):
    address = f"/mentoring/meetings/{meeting.code}/"
    ada, ben = sit(cast.ada), sit(cast.ben, viewport=PHONE)
    ada.go(address, "Meeting with Ben Okafor")
    ben.go(address, "Meeting with Ada Lindqvist")
    hers, his = ada.page.get_by_label("Shared note"), ben.page.get_by_label("Shared note")

    his.press_sequentially("We cut it.")
    expect(hers).to_have_value("We cut it.", timeout=SOON)  # without a button, and without loading
    hers.fill("")  # as it was when he opened the page
    expect(his).to_have_value("", timeout=SOON)
    hers.press_sequentially("We cut the importer. ")
    expect(his).to_have_value("We cut the importer.", timeout=SOON)
    his.press("Control+End")
    his.press_sequentially(" Show two dates.")
    expect(hers).to_have_value("We cut the importer. Show two dates. ", timeout=SOON)

    ada.page.get_by_text("Write advice down").click()
    ada.fill("Advice that was given", "Show the two dates")
    ada.press("Keep the advice")
    expect(ben.page.locator("main")).to_contain_text("Show the two dates", timeout=SOON)
    ben.scan("Meeting with Ada Lindqvist")

    sheet = worksheets.start(MOSCOW, by=cast.ben, title="The cut", mentorship=meeting.mentorship)
    table = ada.page.locator("[data-table]")
    expect(table).to_contain_text("The cut", timeout=SOON)
    rows.add(sheet, [{"item": "Sign on glass", "effort": 2, "category": "M", "reason": "Asked"}], by=cast.ben)
    expect(table).to_contain_text("Sign on glass", timeout=SOON)
    reads_one_document_and_another_comes(ada, cast.ben, meeting)
    ada.scan("Meeting with Ben Okafor")

    his.fill("Ben typed this")  # and while he has not paused, she keeps something at the same place
    kept = Note.objects.get()
    notes.write(meeting, "Ada kept this", by=cast.ada, shared=True, version=kept.version)
    expect(hers).to_have_value("Ada kept this", timeout=SOON)
    expect(ben.page.get_by_text("You both changed the same place")).to_be_visible(timeout=SOON)
    assert his.input_value() == "Ben typed this"
    ben.press("Save the shared note")
    ben.scan("Meeting with Ada Lindqvist")
    assert "Ada kept this" in ben.page.inner_text("main")
    assert (his.input_value(), Note.objects.get().text) == ("Ben typed this", "Ada kept this")

    ada.press("Wrap it up in five minutes")
    ada.scan("Wrap it up")
    ada.fill("What did you learn today?", "How they test with drivers")
    ada.press("Wrap it up")
    ada.press("All advice of your meetings")
    ada.scan("The ledger of advice")
    ada.go(address, "Meeting with Ben Okafor")

    script = ada.page.evaluate("[...document.scripts].find(one => one.src.includes('/room')).src")
    found = ada.page.evaluate(MERGING, [script.replace("room", "merging"), [list(one) for one in CASES]])
    assert dict(zip(CASES, found, strict=True)) == CASES


def reads_one_document_and_another_comes(reader, giver, meeting):
    """What she reads stays where she is in it: a page that is loaded anew would have lost the mark."""
    documents.put(meeting, new=Taken("plan.md", "plain", b"# Our plan\n- cut it"), by=giver)
    plan = reader.page.frame_locator("iframe[title='plan.md']")
    expect(plan.locator("h2")).to_have_text("Our plan", timeout=SOON)
    plan.locator("body").evaluate("body => { body.dataset.read = 'half of it'; }")
    documents.put(meeting, new=Taken("dates.md", "plain", b"# Our dates"), by=giver)
    expect(reader.page.locator("iframe[title='dates.md']")).to_be_attached(timeout=SOON)
    expect(plan.locator("body")).to_have_attribute("data-read", "half of it")
