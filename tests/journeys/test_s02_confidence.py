"""S2, gain confidence: a proposal is rehearsed with a mentor; what was decided, and what came of it, is kept."""

from __future__ import annotations

import pytest

from alongside.mentoring.mentorships import actions as mentorships
from alongside.practice.rehearsals.models import Rehearsal

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_bold_proposal_is_rehearsed_and_decided(sit, cast):
    mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Speak to executives")
    ben, ada = sit(cast.ben), sit(cast.ada)

    ben.go("/practice/rehearsals/", "Rehearsals")
    ben.press("Plan a rehearsal")
    ben.fill("What will you present?", "Open the depots to partners")
    ben.fill("What are they to decide?", "Two engineers for eight weeks, decided today")
    ben.page.get_by_label("Finance").check()
    ben.fill("How confident are you for this task, in per cent?", "40")
    ben.page.get_by_label("Rehearse with").select_option(label="Ada Lindqvist")
    ben.press("Plan it")
    ben.press("Begin the first take")
    ben.page.get_by_text("9:5").wait_for()
    ben.press("Stop")
    _score(ben, "3 well")

    code = Rehearsal.objects.get().code
    ada.go(f"/practice/rehearsals/{code}/", "Open the depots to partners")
    _score(ada, "2 partly")
    assert "63 / 100" in ada.page.inner_text("main")
    ada.press("Add an objection")
    ada.fill("Objection", "What do we stop doing for this?")
    ada.page.get_by_label("This is the hardest one").check()
    ada.press("Put it in")

    ben.go(f"/practice/rehearsals/{code}/", "Open the depots to partners")
    ben.page.get_by_role("link", name="Answer it").click()
    ben.fill("Your answer", "The second map, which nobody opened in March")
    ben.press("Keep the answer")
    ben.press("Say how confident you are now")
    ben.fill("And now, in per cent?", "70")
    ben.press("Keep it")
    ben.press("Tell what they decided")
    ben.page.get_by_label("They said yes to a part").check()
    ben.press("Keep it")
    ben.scan("Open the depots to partners")
    assert "40 % before rehearsing, 70 % after" in ben.page.inner_text("main")
    ben.press("Tell what came of it")
    ben.fill("What came of it?", "Seven partners deliver from our depots")
    ben.fill("How do you know? Name the measure", "partners")
    ben.fill("Before", "0")
    ben.fill("After", "7")
    ben.press("Keep it as a win")
    ada.go(f"/practice/rehearsals/{code}/", "Open the depots to partners")
    assert "0 → 7" in ada.page.inner_text("main")
    ben.go("/growth/record/", "Your record")
    ben.scan("Your record")
    assert "They said yes to a part" in ben.page.inner_text("main")


def _score(seat, words):
    """Score all eight criteria the same."""
    seat.press("Score the last take")
    for choice in seat.page.get_by_label(words, exact=True).all():
        choice.check()
    seat.press("Keep my scores")
    seat.sees("Open the depots to partners")
