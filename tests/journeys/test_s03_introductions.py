"""S3, widen the network: asked, passed on, answered by link without an account, met, told and thanked."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from alongside.activity.mail.models import Letter
from alongside.kit.clock import now
from alongside.mentoring.introductions import timed
from alongside.mentoring.introductions.models import Introduction
from alongside.mentoring.mentorships import actions as mentorships
from alongside.people.offers.models import Offer

pytestmark = pytest.mark.django_db(transaction=True)
PHONE = {"width": 320, "height": 700}
WANTED = "Somebody who has priced a platform"


@pytest.fixture
def pair(transactional_db, cast):
    """Ada mentors Ben."""
    Offer.objects.create(person=cast.ada, capacity=1, taken=1)
    return mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Price a platform product")


def test_a_mentor_opens_a_door_and_something_comes_of_it(sit, seat, cast, pair, settings):
    settings.EMAIL_BACKEND = "alongside.activity.mail.backend.Outbox"
    ben, ada, kim = sit(cast.ben, viewport=PHONE, color_scheme="dark"), sit(cast.ada), seat(viewport=PHONE)

    ben.go(f"/mentoring/mentorships/{pair.code}/", "You and Ada Lindqvist")
    ben.press("Ask for an introduction")
    ben.fill("Whom would you like to meet?", WANTED)
    ben.fill("What is it for?", "To test three tiers")
    assert "Price a platform product" in ben.page.get_by_label("A few lines to pass on").input_value()
    ben.fill("A few lines to pass on", "")
    ben.press("Ask")
    ben.scan("Ask for an introduction")
    assert "Enter a few lines that your mentor can pass on" in ben.page.inner_text("main")
    ben.fill("A few lines to pass on", "I am Ben. What did you leave out of the lowest tier?")
    ben.press("Ask")
    ben.sees(WANTED)
    page = f"/mentoring/introductions/{Introduction.objects.get().code}/"

    ada.go(page, WANTED)
    ada.fill("Their name", "Kim Park")
    ada.fill("Their e-mail address", "kim@example.net")
    ada.fill("A word from you", "Ben keeps to twenty minutes")
    ada.press("Ask them")
    ada.scan("Ben Okafor and Kim Park")
    ben.go(page, WANTED)
    assert "Kim" not in ben.page.inner_text("main")

    letter = Letter.objects.get(to="kim@example.net")
    kim.go(re.search(r"http://[^/]+(\S+/answer/\S+)", letter.text)[1], "Would you like to meet Ben Okafor?")
    kim.scan("Would you like to meet Ben Okafor?")
    assert "Ben keeps to twenty minutes" in kim.page.inner_text("main")
    kim.page.get_by_label("Yes, gladly").check()
    kim.press("Send my answer")
    kim.sees("Thank you")

    ben.go(page, "You and Kim Park")
    ben.scan("You and Kim Park")
    assert ben.page.get_by_role("link", name="Write to kim@example.net").count()
    assert timed.ask_due(now() + dt.timedelta(days=31)) == 1
    ben.page.get_by_label("A talk, an article or an invitation to speak").check()
    ben.fill("In a few words", "I speak at her meetup in spring")
    ben.press("Tell it")
    ben.fill("Your thanks", "Without you I would not have written")
    ben.press("Say thank you")

    ada.go(page, "Ben Okafor and Kim Park")
    told = ada.page.inner_text("main")
    assert ("I speak at her meetup" in told, "Without you" in told) == (True, True)
    ada.go("/mentoring/introductions/", "Introductions")
