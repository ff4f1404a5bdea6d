"""S14, learn from the mentee: noted, tried, adopted in the mentor's own team, and kept as evidence of leadership."""

from __future__ import annotations

import pytest

from alongside.mentoring.mentorships import actions as mentorships

pytestmark = pytest.mark.django_db(transaction=True)


def test_what_a_mentee_shows_becomes_practice_in_the_mentors_team(sit, cast):
    pair = mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Put the release right")
    ada, ben = sit(cast.ada), sit(cast.ben)
    log = f"/mentoring/learning/of/{pair.code}/"

    ada.go(log, "What the mentor learns")
    ada.fill("What did you learn?", "How Ben runs a silent critique")
    ada.press("Keep it")
    ada.press("I tried it : How Ben runs a silent critique")
    ada.fill("How did you try it?", "In our design review")
    ada.press("Keep it")
    ada.press("We adopted it : How Ben runs a silent critique")
    ada.fill("What did it change in your team?", "Half the meeting time")
    ada.press("Keep it")

    ben.go(log, "What the mentor learns")
    assert "Half the meeting time" in ben.page.inner_text("main")

    ada.press("Your evidence of leadership")
    ada.press("Keep as evidence : How Ben runs a silent critique")
    ada.scan("Add evidence of leadership")
    ada.fill("What did you do for your team?", "I began silent critiques")
    ada.press("Keep it")
    ada.scan("Evidence of leadership")
    ada.go("/mentoring/impact/", "What your help led to")
    assert "I began silent critiques" in ada.page.inner_text("main")
    ada.scan("What your help led to")
