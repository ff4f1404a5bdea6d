"""S1, learn faster: a mentor shows the right method, and an overfull release is put right together."""

from __future__ import annotations

from contextlib import nullcontext

import pytest

from alongside.mentoring.mentorships import actions as mentorships
from alongside.people.offers.models import Offer
from alongside.practice.worksheets.models import Worksheet
from alongside.practice.worksheets.writing import content_of

pytestmark = pytest.mark.django_db(transaction=True)
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 700}
TABLE = """Item,Effort,Category,Reason
Show a delay to the driver,8,Must,Drivers call dispatch as today
Sign for a delivery,13,Must,The contract demands it
Choose the colour of a van,9,Must,
Night mode,6,Should,
Weekly report,4,Could,
"""


@pytest.fixture
def pair(transactional_db, cast):
    """Ada mentors Ben."""
    Offer.objects.create(person=cast.ada, capacity=1, taken=1)
    return mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Ship on the fourth")


@pytest.mark.parametrize(
    ("viewport", "script"), [(PHONE, True), (DESKTOP, False)], ids=["phone", "desk without script"]
)
def test_an_overfull_release_is_put_right(sit, cast, pair, viewport, script):
    ben = sit(cast.ben, viewport=viewport, java_script_enabled=script)
    ada = sit(cast.ada, viewport=viewport, java_script_enabled=script)
    scan = (lambda one, heading: one.scan(heading)) if script else (lambda one, heading: one.sees(heading))

    ben.go(f"/mentoring/mentorships/{pair.code}/", "You and Ada Lindqvist")
    ben.press("Practice")
    scan(ben, "Worksheets")
    ben.press("Choose a tool")
    scan(ben, "Practice tools")
    ben.press("MoSCoW")
    scan(ben, "MoSCoW")
    ben.press("Start a worksheet")
    scan(ben, "Start a worksheet: MoSCoW")
    ben.fill("Title", "Spring release")
    ben.page.get_by_label("A table that I paste or upload").check()
    ben.page.get_by_label("Who sees it").select_option(label="Me and Ada Lindqvist")
    ben.press("Start")
    ben.fill("The table", TABLE)
    ben.press("Look at it")
    scan(ben, "Bring a table")
    ben.press("Bring 5 rows")
    scan(ben, "Spring release")
    assert "75 % of the effort is Must" in ben.page.inner_text("main")
    assert "Must without a reason: Choose the colour of a van" in ben.page.inner_text("main")

    sheet = Worksheet.objects.get()
    _question(ada, sheet, scan)
    _mend(ben, sheet, scan, script)
    _play(ben, sheet, scan, script)


def _question(ada, sheet, scan):
    """Ada asks what happens without it, and suggests another category."""
    ada.go(f"/practice/worksheets/{sheet.code}/", "Spring release")
    ada.press("Comments")
    scan(ada, "Comments")
    ada.page.get_by_label("About the row").select_option(label="Choose the colour of a van")
    ada.page.get_by_label("And its column").select_option(label="Category")
    ada.fill("Your comment", "What happens without it?")
    ada.fill("Suggest instead", "Could")
    ada.press("Comment")
    scan(ada, "Comments")


def _mend(ben, sheet, scan, script):
    """Ben takes the suggestion and changes an estimate."""
    ben.go(f"/practice/comments/of/{sheet.code}/", "Comments")
    ben.page.get_by_role("button", name="Take the suggestion").click()
    ben.page.wait_for_load_state("load")
    scan(ben, "Spring release")
    assert "of the effort is Must" not in ben.page.inner_text("main")
    ben.page.get_by_role("link", name="Change Night mode").click()
    ben.page.get_by_label("Effort", exact=True).fill("8")
    with ben.page.expect_response("**?row=*") if script else nullcontext():
        ben.page.get_by_label("Effort", exact=True).press("Tab")
    ben.page.locator(".htmx-request").wait_for(state="detached")
    scan(ben, "Spring release")
    ben.press("Save and close")
    sheet.refresh_from_db()
    rows = {row.text("item"): row for row in content_of(sheet).sheet.rows}
    assert (rows["Night mode"].number("effort"), rows["Choose the colour of a van"].text("category")) == (
        8,
        "C",
    )


def _play(ben, sheet, scan, script):
    """Ben tries what would happen, moves a card by its button, and looks at the versions."""
    ben.press("What if")
    scan(ben, "What if")
    ben.page.locator("fieldset", has_text="Sign for a delivery").get_by_label("Effort", exact=True).fill("40")
    if script:
        ben.page.get_by_text("13 → 40").wait_for()
        ben.page.locator(".htmx-request").wait_for(state="detached")
    else:
        ben.press("Work it out")
    assert "of the effort is Must" in ben.page.inner_text("main")
    ben.go(f"/practice/worksheets/{sheet.code}/?board", "Spring release")
    scan(ben, "Spring release")
    ben.page.get_by_role("button", name="Weekly report → Won’t, this time").click()
    ben.page.wait_for_load_state("load")
    ben.press("Versions")
    scan(ben, "Versions")
