"""The main path: join, bring the career along, say what one seeks, find, ask, agree, and meet prepared."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile

import pytest
from django.core.cache import cache

from alongside.growth.skills.models import SkillLevel
from alongside.growth.skills.queries import default_skills
from alongside.matching.search import store
from alongside.mentoring.meetings.models import Meeting
from alongside.people.availability.actions import set_week
from alongside.people.careers.models import Position, Transition
from alongside.people.offers.models import Offer
from alongside.people.profiles.models import Profile
from tests.journeys.hands import Keyboard, Mouse

pytestmark = pytest.mark.django_db(transaction=True)
PHONE = {"width": 320, "height": 700}
EVENINGS = [(day, dt.time(16), dt.time(20)) for day in range(5)]
FIND = "Find the mentor who has done what you want to do next"
GOAL = "Move from engineering into a first product role"
POSITIONS = (
    "Company Name,Title,Description,Location,Started On,Finished On\n"
    "Paylark,Software Engineer,Built payouts,London,Mar 2021,\n"
)


@pytest.fixture
def ada(transactional_db, cast):
    """Ada has made the move from engineer to product manager, and has a place for somebody."""
    cache.clear()
    store.forget()
    Profile.objects.update_or_create(
        person=cast.ada, defaults={"findable_by": ["everyone"], "languages": ["en"], "channels": ["video"]}
    )
    Offer.objects.create(
        person=cast.ada, capacity=1, formats=["long"], helps=["listen", "ask"], cadences=[14]
    )
    set_week(cast.ada, by=cast.ada, zone="Europe/Stockholm", windows=EVENINGS)
    Position.objects.create(
        person=cast.ada, title="Product lead", company="Northwind", level=5, started=dt.date(2019, 4, 1)
    )
    Transition.objects.create(person=cast.ada, move="engineer_to_pm", year=2019, stated=True)
    SkillLevel.objects.create(person=cast.ada, skill=default_skills()[0], level=4)
    yield cast.ada
    store.forget()


def archive() -> dict[str, object]:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as zipped:
        zipped.writestr("Positions.csv", POSITIONS)
        zipped.writestr("Profile.csv", "First Name,Last Name,Headline,Summary\nNoa,Berg,Engineer,I build.\n")
    return {"name": "data.zip", "mimeType": "application/zip", "buffer": packed.getvalue()}


WAYS = {
    "by keyboard alone": (Keyboard, {}),
    "without script": (Mouse, {"java_script_enabled": False}),
    "on a phone": (Mouse, {"viewport": PHONE, "color_scheme": "dark"}),
}


@pytest.mark.parametrize("way", WAYS)
def test_noa_goes_from_the_first_visit_to_a_prepared_meeting(seat, sit, ada, letters, way):
    hand_of, options = WAYS[way]
    noa = seat(**options)
    scan = noa.scan if options.get("java_script_enabled", True) else noa.sees
    hand = hand_of(noa)

    join(noa, hand, scan, letters)
    bring_the_career(noa, hand, scan)
    show_the_week(noa, hand, scan)
    say_what_is_sought(noa, hand, scan)
    ask(noa, hand, scan)
    mentor = sit(ada)
    accept(mentor, hand_of(mentor))
    agree(noa, hand, scan, mentor, hand_of(mentor))
    prepare(noa, hand, scan)

    meeting = Meeting.objects.filter(state="planned").earliest("starts_at")
    assert [item.topic for item in meeting.agenda.all()] == ["My first roadmap"]


def join(noa, hand, scan, letters):
    noa.go("/accounts/signup/")
    scan("Create an account")
    hand.fill("Your name", "Noa Berg")
    hand.fill("Email address", "noa@example.net")
    hand.fill("Password", "four plain words here")
    hand.press("Create the account")
    noa.sees("Look into your mail")
    scan("Look into your mail")
    link = re.search(r"https?://[^/]+(/accounts/\S+)", letters()[0].text)[1]
    noa.go(link)
    scan("Confirm your address")
    hand.press("Yes, confirm it")
    hand.press("I agree")
    scan("Today")


def bring_the_career(noa, hand, scan):
    noa.go("/people/imports/")
    scan("Bring your career along")
    hand.choose("LinkedIn archive")
    hand.attach("File", archive())
    hand.press("Read the file")
    scan("What would change")
    hand.press("Bring it along")
    noa.go("/people/me/")
    scan("Your career")
    assert "Software Engineer" in noa.page.inner_text("main")


def show_the_week(noa, hand, scan):
    noa.go("/people/availability/")
    scan("When you can meet")
    hand.fill("From, Monday from, 1", "17:00")
    hand.fill("Until, Monday to, 1", "19:00")
    hand.press("Save")
    assert "Your week is saved." in noa.page.inner_text("main")


def say_what_is_sought(noa, hand, scan):
    noa.go("/find/briefs/")
    scan("Your briefs")
    hand.press("Begin a brief")
    scan("What would you like from mentoring?")
    hand.choose("Make a career move")
    hand.press("Keep and go on")
    scan("What is your goal, in one sentence?")
    hand.fill("Your goal", GOAL)
    hand.press("Keep and go on")
    scan("Why now?")
    hand.press("See the whole brief")
    scan(GOAL)
    hand.press("Find mentors")


def ask(noa, hand, scan):
    scan(FIND)
    hand.press("Ada Lindqvist")
    scan("Ada Lindqvist")
    hand.press("Ask this mentor")
    scan("Ask Ada Lindqvist")
    hand.fill("One specific question", "What should a first roadmap leave out?")
    hand.press("Send the request")
    scan("Request to Ada Lindqvist")


def accept(mentor, hand):
    mentor.go("/find/requests/")
    hand.press("Noa Berg")
    mentor.scan("Request from Noa Berg")
    hand.press("Accept")
    mentor.scan("You and Noa Berg")


def agree(noa, hand, scan, mentor, other):
    noa.go("/mentoring/mentorships/", "Mentorships")
    hand.press("Ada Lindqvist")
    scan("You and Ada Lindqvist")
    hand.press("Read and accept")
    scan("Agreement")
    hand.press("Accept version 1")
    mentor.go(noa.page.url.removeprefix(noa.base), "Agreement")
    other.press("Accept version 1")
    mentor.scan("Agreement")
    assert "In force" in mentor.page.inner_text("main")


def prepare(noa, hand, scan):
    noa.go("/mentoring/mentorships/", "Mentorships")
    hand.press("Ada Lindqvist")
    hand.press("Plan your meetings")
    scan("Plan your meetings")
    hand.press(noa.page.locator("aside form button").first.inner_text())
    noa.sees("You and Ada Lindqvist")
    hand.press("Prepare it")
    scan("Meeting with Ada Lindqvist")
    hand.fill("Topic", "My first roadmap")
    hand.fill("Your one specific question", "Which of these four would you leave out, and why?")
    hand.press("Put it on the agenda")
    scan("Meeting with Ada Lindqvist")
