"""S9, take the initiative: plan, prepare with a specific question, meet, decide about advice, tell what came of it."""

from __future__ import annotations

import datetime as dt

import pytest

from alongside.kit.clock import now
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships import actions as mentorships
from alongside.people.availability.actions import set_week
from alongside.people.offers.models import Offer

pytestmark = pytest.mark.django_db(transaction=True)
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 700}
EVENINGS = [(day, dt.time(16), dt.time(20)) for day in range(5)]


@pytest.fixture
def pair(transactional_db, cast):
    """Ada mentors Ben; both are free on weekday evenings."""
    Offer.objects.create(person=cast.ada, capacity=1, taken=1)
    for person in (cast.ada, cast.ben):
        set_week(person, by=person, zone=person.timezone, windows=EVENINGS)
    return mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Lead a discovery cycle alone")


@pytest.mark.parametrize(
    ("viewport", "script"), [(PHONE, True), (DESKTOP, False)], ids=["phone", "desk without script"]
)
def test_a_mentee_prepares_and_follows_up(sit, cast, pair, script, viewport):
    ben = sit(cast.ben, java_script_enabled=script, viewport=viewport)
    scan = ben.scan if script else ben.sees

    ben.go(f"/mentoring/mentorships/{pair.code}/", "You and Ada Lindqvist")
    ben.press("Plan your meetings")
    scan("Plan your meetings")
    ben.page.locator("aside form button").first.click()
    ben.sees("You and Ada Lindqvist")
    assert Meeting.objects.filter(state="planned").count() > 5

    ben.press("Prepare it")
    scan("Meeting with Ada Lindqvist")
    assert "It is not prepared yet" in ben.page.inner_text("main")
    ben.fill("Topic", "The overfull release")
    ben.press("Put it on the agenda")
    scan("Meeting with Ada Lindqvist")
    assert "Enter one specific question" in ben.page.inner_text("main")
    assert ben.page.get_by_label("Topic", exact=True).input_value() == "The overfull release"
    ben.fill("Your one specific question", "Which of these four would you cut first, and why?")
    ben.press("Put it on the agenda")
    assert "It is not prepared yet" not in ben.page.inner_text("main")

    open_up(ben, "Write advice down")
    ben.fill("Advice that was given", "Show the director two dates")
    ben.press("Keep the advice")
    ben.page.get_by_role("link", name="Decide").first.click()
    scan("What will you do with this advice?")
    ben.page.get_by_label("Adapt it").check()
    ben.fill("Why", "She prefers numbers")
    ben.press("Keep the decision")
    ben.sees("Meeting with Ada Lindqvist")
    ben.page.get_by_role("link", name="Tell the result").click()
    scan("What came of this advice?")
    ben.fill("What came of it", "She moved the date herself")
    ben.press("Tell your mentor")
    ben.sees("Meeting with Ada Lindqvist")


def open_up(seat, summary):
    """Open the part behind this summary, unless it is open."""
    part = seat.page.locator("details", has_text=summary)
    if part.get_attribute("open") is None:
        part.locator("summary").click()


def test_two_who_write_the_same_note_without_script_see_both_texts(sit, cast, pair):
    meeting = meetings.plan_one(
        pair, now() + dt.timedelta(days=3), by=cast.ben, link="https://meet.example.org/x"
    )
    address = f"/mentoring/meetings/{meeting.code}/"
    ben, ada = (sit(one, java_script_enabled=False) for one in (cast.ben, cast.ada))
    ben.go(address, "Meeting with Ada Lindqvist")
    ada.go(address, "Meeting with Ben Okafor")
    ben.fill("Shared note", "Ben: we cut the importer")
    ben.press("Save the shared note")
    ada.fill("Shared note", "Ada: the importer goes")
    ada.press("Save the shared note")

    ada.sees("Meeting with Ben Okafor")
    assert "Ben: we cut the importer" in ada.page.inner_text("main")
    assert ada.page.get_by_label("Shared note").input_value() == "Ada: the importer goes"

    ada = sit(cast.ada, viewport=PHONE)
    ada.go(address, "Meeting with Ben Okafor")
    ada.press("Move")
    ada.scan("Move the meeting")
    ada.page.locator("aside form button").first.click()
    ada.sees("Meeting with Ben Okafor")
    assert "Moved." in ada.page.inner_text("body")
    ada.press("Cancel the meeting")
    ada.sees("You and Ben Okafor")


def test_meetings_are_listed_and_told_of_and_reach_a_calendar_program(sit, cast, pair):
    meetings.plan_one(pair, now() + dt.timedelta(days=3), by=cast.ben)
    ada = sit(cast.ada, viewport=PHONE)
    ada.go(f"/mentoring/mentorships/{pair.code}/", "You and Ben Okafor")
    ada.press("All meetings")
    ada.scan("Meetings")
    ada.press("We have just met")
    ada.scan("Meeting with Ben Okafor")
    assert "It took place" in ada.page.inner_text("main")
    ada.go("/accounts/settings/", "Settings")
    ada.press("Your meetings in your calendar")
    ada.press("Make the address")
    ada.scan("Your meetings in your calendar")
    feed = ada.page.get_by_label("Private address").input_value()
    answer = ada.page.request.get(ada.base + feed[feed.index("/calendar/") :])
    assert (answer.status, answer.text().count("BEGIN:VEVENT")) == (200, 2)


COUNT = (
    "addEventListener('click', () => sessionStorage.clicks = 1 + Number(sessionStorage.clicks || 0), true)"
)


def test_logging_takes_two_clicks_and_a_slot_of_both_no_more_than_three(sit, cast, pair):
    ben = sit(cast.ben)
    ben.page.add_init_script(COUNT)
    ben.go(f"/mentoring/mentorships/{pair.code}/", "You and Ada Lindqvist")
    ben.press("All meetings")
    ben.press("We have just met")
    ben.sees("Meeting with Ada Lindqvist")
    logged = clicks(ben)

    ben.go(f"/mentoring/mentorships/{pair.code}/", "You and Ada Lindqvist")
    ben.press("Plan your meetings")
    ben.page.locator("aside form button").first.click()
    ben.sees("You and Ada Lindqvist")

    assert (logged, clicks(ben) - logged) == (2, 2)
    assert Meeting.objects.filter(state="held").count() == 1
    assert Meeting.objects.filter(state="planned").count() > 5


def clicks(seat) -> int:
    return int(seat.page.evaluate("sessionStorage.clicks"))
