"""S8, take feedback well: asked, given with a second thought, landed, tried, looked at again; colleagues by a link."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from alongside.activity.mail.models import Letter
from alongside.kit.clock import now
from alongside.mentoring.feedback import timed
from alongside.mentoring.feedback.models import Feedback
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.soundings import actions as soundings
from alongside.mentoring.soundings.models import SoundingLink
from alongside.people.offers.models import Offer

pytestmark = pytest.mark.django_db(transaction=True)
PHONE = {"width": 320, "height": 700}
COLLEAGUES = "Ivo Lang, ivo@example.net\nJun Abe, jun@example.net\nKai Moss, kai@example.net"


@pytest.fixture
def pair(transactional_db, cast):
    """Ada mentors Ben."""
    Offer.objects.create(person=cast.ada, capacity=1, taken=1)
    return mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Lead reviews that end with a decision")


def test_feedback_is_asked_given_tried_and_looked_at_again(sit, cast, pair):
    ben, ada = sit(cast.ben), sit(cast.ada, viewport=PHONE, color_scheme="dark")

    ben.go(f"/mentoring/feedback/of/{pair.code}/ask/", "Ask for feedback")
    ben.fill("What would you like to hear about?", "How did I open the review?")
    ben.press("Ask")
    ben.scan("Feedback")
    page = f"/mentoring/feedback/{Feedback.objects.get().code}/"

    ada.go(page + "give/", "Give feedback")
    ada.fill("Situation: when and where was it?", "On Tuesday, in the release review")
    ada.fill("Behaviour: what did you see or hear?", "You are too careful")
    ada.fill("Impact: what did it lead to?", "So they talked about the third item for twenty minutes")
    ada.press("Give it")
    ada.scan("Give feedback")
    assert "not what somebody is" in ada.page.inner_text("main")
    ada.fill("Behaviour: what did you see or hear?", "You read the whole list before the decision you needed")
    ada.fill("A question to end with", "What did you want them to decide?")
    ada.press("Give it")
    ada.scan("Feedback for Ben Okafor")

    ben.go(page, "Feedback from Ada Lindqvist")
    ben.page.get_by_label("It stings, and I see it").check()
    ben.fill("What will you try?", "Open with the decision I need")
    ben.press("Tell them")
    ben.scan("Feedback from Ada Lindqvist")
    assert timed.propose_due(now() + dt.timedelta(weeks=7)) == 1

    ada.go(page, "Feedback for Ben Okafor")
    ada.page.get_by_label("Clearly more of it").check()
    ada.fill("What did you see or hear?", "You opened with two dates and waited")
    ada.press("Tell it")
    ben.go(page, "Feedback from Ada Lindqvist")
    ben.scan("Feedback from Ada Lindqvist")
    seen = ben.page.inner_text("main")
    assert [word in seen for word in ("Then", "whole list", "Now", "two dates")] == 4 * [True]


def test_colleagues_answer_by_a_link_and_only_the_round_is_read(sit, seat, cast, pair, settings):
    settings.EMAIL_BACKEND = "alongside.activity.mail.backend.Outbox"
    ben, ivo = sit(cast.ben), seat(viewport=PHONE, color_scheme="dark")
    ben.go(f"/mentoring/soundings/of/{pair.code}/", "Feedback from colleagues")
    ben.press("Ask colleagues")
    ben.fill("Colleagues", COLLEAGUES)
    ben.press("Send the letters")
    ben.scan("Feedback from colleagues")

    letter = Letter.objects.get(to="ivo@example.net")
    ivo.go(re.search(r"http://[^/]+(\S+/answer/\S+)", letter.text)[1], "What do you see Ben Okafor do?")
    ivo.press("Send my answer")
    ivo.scan("What do you see Ben Okafor do?")
    ivo.page.locator("[name=strengths]").first.check()
    ivo.page.locator("[name=theme]").nth(1).check()
    ivo.fill("What did you see or hear?", "You asked three of us before the plan")
    ivo.press("Send my answer")
    ivo.scan("Thank you")

    ben.page.reload()
    assert "three of us" not in ben.page.inner_text("main")
    for link in SoundingLink.objects.open():
        soundings.answer(link, by=None, said={"strengths": ["calm"], "theme": "room", "wish": "A date"})
    ben.page.reload()
    ben.scan("Feedback from colleagues")
    read = ben.page.inner_text("main")
    assert ("You asked three of us" in read, "Ivo" in read, "Show it to Ada Lindqvist" in read) == (
        True,
        False,
        True,
    )
