"""S1, learn faster: from a mentor's playbook to a release put right together, and to the result that is told."""

from __future__ import annotations

import datetime as dt

import pytest

from alongside.kit.clock import now
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.mentorships import actions as mentorships
from alongside.people.offers.models import Offer
from alongside.practice.worksheets.models import Worksheet

pytestmark = pytest.mark.django_db(transaction=True)
TABLE = """Item,Effort,Category,Reason
Show a delay to the driver,8,Must,Drivers call dispatch as today
Sign for a delivery,13,Must,The contract demands it
Choose the colour of a van,9,Must,
Night mode,9,Should,
Weekly report,6,Could,
"""


def test_from_a_playbook_to_a_release_that_went_well_and_a_mentor_who_learns_of_it(
    sit, cast, transactional_db
):
    Offer.objects.create(person=cast.ada, capacity=1, taken=1)
    pair = mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Ship on the fourth")
    meeting = meetings.plan_one(pair, now() + dt.timedelta(days=2), by=cast.ben)
    room = f"/mentoring/meetings/{meeting.code}/"
    ada, ben = sit(cast.ada), sit(cast.ben)

    ada.go("/practice/playbooks/", "Playbooks")
    ada.press("Put one thing out")
    ada.sees("Put one thing out")
    ada.press("Use it")
    ada.go(room, "Meeting with Ben Okafor")
    assert "Who loses by what you moved" in ada.page.inner_text("main")
    sheet = _bring(ben)
    _advise(ada, room)
    _put_right(ben, room, sheet)
    _report(ben, pair)

    ada.go("/mentoring/impact/", "What your help led to")
    assert "Released on the fourth" in ada.page.inner_text("main")
    ben.go("/growth/wins/", "Wins")
    ben.page.get_by_role("link", name="Keep as a win").click()
    ben.fill("What is measured", "calls to dispatch in an hour")
    ben.fill("Before", "12")
    ben.fill("After", "6")
    ben.press("Keep it")
    ben.go("/growth/wins/", "Wins")
    ben.scan("Wins")
    assert "12 → 6" in ben.page.inner_text("main")


def _bring(ben):
    """Ben starts the worksheet of the playbook with his overfull release."""
    ben.go("/practice/playbooks/b3/", "Put one thing out")
    ben.press("Start a worksheet: MoSCoW")
    ben.fill("Title", "Spring release")
    ben.page.get_by_label("A table that I paste or upload").check()
    ben.page.get_by_label("Who sees it").select_option(label="Me and Ada Lindqvist")
    ben.press("Start")
    ben.fill("The table", TABLE)
    ben.press("Look at it")
    ben.press("Bring 5 rows")
    ben.sees("Spring release")
    assert "67 % of the effort is Must" in ben.page.inner_text("main")
    return f"/practice/worksheets/{Worksheet.objects.get().code}/"


def _advise(ada, room):
    """Ada reads the sheet and says what she would try."""
    ada.go(f"/practice/worksheets/{Worksheet.objects.get().code}/", "Spring release")
    assert "Must without a reason: Choose the colour of a van" in ada.page.inner_text("main")
    ada.go(room, "Meeting with Ben Okafor")
    ada.page.locator("summary", has_text="Write advice down").click()
    ada.fill("Advice that was given", "Nothing is a must that you can release without")
    ada.press("Keep the advice")
    ada.scan("Meeting with Ben Okafor")


def _put_right(ben, room, sheet):
    """Ben decides to do so, and moves a card."""
    ben.go(room, "Meeting with Ada Lindqvist")
    ben.page.get_by_role("link", name="Decide").first.click()
    ben.page.get_by_label("Do it", exact=True).check()
    ben.fill("Why", "The colour was my own wish")
    ben.press("Keep the decision")
    ben.go(f"{sheet}?board", "Spring release")
    ben.page.get_by_role("button", name="Choose the colour of a van → Could").click()
    ben.page.wait_for_load_state("load")
    ben.sees("Spring release")
    assert "of the effort is Must" not in ben.page.inner_text("main")


def _report(ben, pair):
    """The release is out, and the ledger tells it."""
    ben.go(f"/mentoring/advice/in/{pair.code}/", "The ledger of advice")
    ben.page.get_by_role("link", name="Tell the result").click()
    ben.fill("What came of it", "Released on the fourth, without a night of calls")
    ben.press("Tell your mentor")
