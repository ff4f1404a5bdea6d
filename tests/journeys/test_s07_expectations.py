"""S7, set clear expectations: the agreement in versions that both accept, and a goal whose levels are agreed first."""

from __future__ import annotations

import pytest

from alongside.mentoring.agreements import actions as agreements
from alongside.mentoring.mentorships import actions as mentorships
from alongside.people.offers.models import Offer

pytestmark = pytest.mark.django_db(transaction=True)
PHONE = {"width": 320, "height": 700}
LEVELS = ["no interviews", "two interviews", "five interviews", "a decision", "a shipped change"]


@pytest.fixture
def pair(transactional_db, cast):
    """Ada mentors Ben, and the draft of their agreement is there."""
    Offer.objects.create(person=cast.ada, capacity=1, taken=1)
    begun = mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Lead a discovery cycle alone")
    agreements.draft(begun, by=cast.ada)
    return begun


def test_expectations_are_edited_accepted_by_both_and_measured(sit, cast, pair):
    ben, ada = sit(cast.ben, viewport=PHONE, color_scheme="dark"), sit(cast.ada)
    agreement = f"/mentoring/agreements/of/{pair.code}/"

    ada.go(agreement, "Agreement")
    ada.press("Edit")
    ada.scan("Edit the agreement")
    ada.page.locator("[name=purpose]").fill("Ben leads a discovery cycle alone by June")
    ada.press("Save and accept")
    ada.scan("Agreement")
    ben.go(agreement, "Agreement")
    ben.scan("Agreement")
    assert "Ben leads a discovery cycle alone by June" in ben.page.inner_text("main")
    ben.press("Accept version 2")
    ada.go(agreement, "Agreement")
    assert "In force" in ada.page.inner_text("main")

    ben.go(f"/mentoring/goals/of/{pair.code}/add/", "Add a goal")
    ben.scan("Add a goal")
    ben.press("Add the goal")
    ben.scan("Add a goal")
    assert "Enter the goal in one sentence" in ben.page.inner_text("main")
    ben.fill("The goal", "Run a discovery cycle")
    for place, text in enumerate(LEVELS):
        ben.page.locator(f"[name=level_{place}]").fill(text)
    ben.press("Add the goal")
    ben.scan("Run a discovery cycle")

    ada.go(ben.page.url.removeprefix(ben.base), "Run a discovery cycle")
    ada.press("Agree to the levels")
    ada.scan("Run a discovery cycle")
    ben.page.reload()
    ben.page.locator("[name=text]").fill("Two interviews held")
    ben.page.locator("[name=level]").select_option("-1")
    ben.press("Tell it")
    ben.scan("Run a discovery cycle")
    assert "Two interviews held" in ben.page.inner_text("main")
