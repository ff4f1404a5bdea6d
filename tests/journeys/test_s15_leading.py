"""S15, lead better: a mentor goes through a case and gives a playbook; a mentee finds help outside of the pair."""

from __future__ import annotations

import datetime as dt

import pytest

from alongside.kit.clock import now
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.mentorships import actions as mentorships

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_mentor_practises_and_a_mentee_finds_help(sit, cast):
    pair = mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Put the release right")
    meetings.plan_one(pair, now() + dt.timedelta(days=3), by=cast.ben)
    ada, ben, cleo = sit(cast.ada), sit(cast.ben), sit(cast.cleo)

    ada.go("/growth/lessons/", "A course for mentors")
    ada.press("The answer you already have")
    ada.page.get_by_label("She says back what she heard").check()
    ada.press("Choose it")
    ada.scan("The answer you already have")
    ada.go("/practice/playbooks/", "Playbooks")
    ada.press("Put one thing out")
    ada.scan("Put one thing out")
    ada.page.get_by_label("Homework until then").check()
    ada.press("Use it")
    assert "Put one thing out" in ada.page.inner_text("main")

    ben.go("/mentoring/mentorships/")
    ben.page.locator("footer").get_by_role("link", name="I need help").click()
    ben.scan("I need help")
    ben.page.get_by_label("Which mentorship?").select_option(label="Ada Lindqvist")
    ben.fill("What happened, or what do you need?", "I would like to talk about how we talk")
    ben.press("Send it")
    cleo.go("/mentoring/help/", "I need help")
    cleo.press(f"From {cast.ben.name}")
    cleo.press("Freeze the mentorship")
    cleo.scan("I would like to talk something through")
    ben.go(f"/mentoring/mentorships/{pair.code}/")
    assert "Frozen for now" in ben.page.inner_text("main")
