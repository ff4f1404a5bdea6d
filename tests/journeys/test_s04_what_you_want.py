"""S4, know what you want: a brief, one question a screen, kept as one goes, and who has made the same move."""

from __future__ import annotations

import pytest

from alongside.matching.briefs.models import Brief
from tests.journeys.hands import Keyboard

pytestmark = pytest.mark.django_db(transaction=True)
FIND = "Find the mentor who has done what you want to do next"
GOAL = "Move from engineering into a first product role"


def test_a_brief_is_kept_as_one_goes_and_leads_to_who_made_the_same_move(sit, cast, mentors):
    Brief.objects.all().delete()
    ben = sit(cast.ben, viewport={"width": 320, "height": 700})
    hand = Keyboard(ben)
    ben.go("/find/briefs/")
    ben.scan("Your briefs")
    hand.press("Begin a brief")
    ben.scan("What would you like from mentoring?")
    ben.press("Keep and go on")
    ben.scan("What would you like from mentoring?")
    assert "Choose what you would like from mentoring" in ben.page.inner_text("main")
    hand.choose("Make a career move")
    hand.press("Keep and go on")
    hand.fill("Your goal", GOAL)
    hand.press("Keep and go on")

    ben.go("/find/briefs/")  # left half-way, and found again as it was
    ben.press(GOAL)
    ben.scan(GOAL)
    ben.press("Change : Is there a move that your mentor should have made?")
    ben.scan("Is there a move that your mentor should have made?")
    ben.page.get_by_label("Career move").select_option("engineer_to_pm")
    ben.press("Keep and go on")
    ben.press("See the whole brief")
    ben.press("Find mentors")

    ben.scan(FIND)
    ben.page.get_by_role("link", name="Ada Lindqvist").click()
    ben.page.get_by_text("made the same move, engineer → PM, in 2019").first.wait_for()
