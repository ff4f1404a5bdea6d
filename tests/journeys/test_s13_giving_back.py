"""S13, give back: the mentor sees what their help led to, keeps a record, and both close the mentorship well."""

from __future__ import annotations

import datetime as dt

import pytest

from alongside.kit.clock import now
from alongside.mentoring.advice import actions as advice
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.mentorships import actions as mentorships

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_mentor_sees_what_came_of_it_and_both_keep_a_record(sit, cast):
    pair = mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Put the release right")
    meeting = meetings.log(pair, now() - dt.timedelta(hours=2), by=cast.ben, minutes=60)
    heard = advice.give(meeting, "Show the board two dates", by=cast.ben)
    advice.decide(heard, "do", "It makes the price visible", by=cast.ben)
    ada, ben = sit(cast.ada), sit(cast.ben)

    ben.go(f"/mentoring/advice/{heard.code}/report/")
    ben.page.get_by_role("textbox").first.fill("They chose the later one, with all of it")
    ben.page.get_by_role("main").get_by_role("button").first.click()
    ben.page.wait_for_load_state("load")

    ada.go("/mentoring/impact/", "What your help led to")
    assert "They chose the later one, with all of it" in ada.page.inner_text("main")
    ada.press("Make a certificate")
    ada.scan("Mentor's record")
    assert "People mentored" in ada.page.inner_text("main")

    ben.go(f"/mentoring/mentorships/{pair.code}/end/")
    ben.press("End the mentorship")
    for seat in (ben, ada):
        seat.go(f"/mentoring/mentorships/{pair.code}/")
        seat.press("Keep your record")
        assert "They chose the later one, with all of it" in seat.page.inner_text("main")
    ada.scan("Record of a mentorship")
    with ben.page.expect_download() as fetched:
        ben.page.get_by_role("link", name="Fetch everything as an archive").click()
    assert fetched.value.suggested_filename == f"mentorship-{pair.code}.zip"
