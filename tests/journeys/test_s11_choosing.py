"""S11, decide on a career: mid-size or enterprise, scored apart with a mentor, with the weight at which it flips."""

from __future__ import annotations

import datetime as dt

import pytest

from alongside.activity.notices.models import Notice
from alongside.growth.decisions import timed
from alongside.growth.decisions.models import CareerDecision
from alongside.growth.decisions.presets import PRESETS
from alongside.kit.clock import now
from alongside.mentoring.mentorships import actions as mentorships

pytestmark = pytest.mark.django_db(transaction=True)
QUESTION = "Paylark or Hallvard Freight?"
WEIGHTS = [one.weight for one in PRESETS["size"].criteria]
OPTIONS = [str(name) for name in PRESETS["size"].options]
BEN = ((5, 3), (4, 2), (3, 5), (3, 4), (4, 2), (5, 3), (3, 4), (2, 5), (3, 4), (4, 4))
ADA = ((5, 3), (4, 2), (3, 5), (3, 4), (4, 2), (5, 3), (3, 4), (2, 5), (3, 4), (4, 2))
"""Ada knows the manager at the enterprise."""


def test_mid_size_or_enterprise_is_weighed_with_a_mentor_and_looked_back_on(tell_everyone, sit, cast):
    mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Find the next post")
    ben, ada = sit(cast.ben), sit(cast.ada)

    ben.go("/growth/", "Your growth")
    ben.press("Decisions")
    ben.scan("Career decisions")
    ben.press("A mid-size company or an enterprise")
    ben.fill("What do you have to decide?", QUESTION)
    ben.press("Keep the question")
    ben.sees(QUESTION)
    ben.press("Weigh it")
    ben.sees(QUESTION)
    sheet = f"/practice/worksheets/{CareerDecision.objects.get().sheet}/"
    ben.go(f"{sheet}about/", "Title and sharing")
    ben.press("Share it")
    ben.press("Score apart, then compare")
    _judge(ben, BEN)
    ada.go(f"{sheet.replace('worksheets/', 'scoring/of/')}judge/", "Score apart")
    _judge(ada, ADA)
    _settle(ada)

    decision = CareerDecision.objects.get()
    ben.go(f"/growth/decisions/{decision.code}/", QUESTION)
    ben.scan(QUESTION)
    told = ben.page.inner_text("main")
    table = ben.page.locator("main table", has_text="It flips at")
    first = table.locator("tbody tr").first.locator("th, td").all_inner_texts()
    assert ["Mid-size company 3.7 ·" in told, "Enterprise 3.4 ·" in told, first[0]] == [
        True,
        True,
        "Stability",
    ]
    _find_the_flip(ben, sheet, first)
    _read_up(ben, decision)
    _decide(ben, decision)

    timed.ask_everybody(at=now() + dt.timedelta(days=190))
    tell_everyone()
    assert Notice.objects.filter(person=cast.ben, kind="career_decision").count() == 1
    assert ada.page.goto(f"{ada.base}/growth/decisions/{decision.code}/").status == 404
    _look_back(ben, decision)


def _judge(seat, scores):
    """Fill every weight and both options, unseen."""
    seat.sees("Score apart")
    cards = seat.page.locator("main fieldset.card")
    for at, (weight, both) in enumerate(zip(WEIGHTS, scores, strict=True)):
        for label, value in zip(("Weight", *OPTIONS), (weight, *both), strict=True):
            cards.nth(at).get_by_label(label, exact=True).fill(str(value))
    seat.press("I have finished")


def _settle(ada):
    """They differ in one cell; Ada knows why."""
    ada.sees("Compare")
    card = ada.page.locator("main fieldset.card").first
    assert "Quality of the manager" in card.inner_text()
    card.locator("input").first.fill("2")
    card.get_by_label("Why").fill("Two who worked for her told me")
    ada.press("Settle on this")
    assert "Two who worked for her told me" in ada.page.inner_text("main")


def _find_the_flip(ben, sheet, nearest):
    """Beyond the weight that the page names, the other option leads."""
    name, flip = nearest[0], float(nearest[2].removesuffix(" %")) / 100
    others = 100 - WEIGHTS[7]
    at_flip = others * flip / (1 - flip)
    ben.go(sheet.replace("worksheets/", "what-if/of/"), "What if")
    weight = ben.page.locator("fieldset", has_text=name).get_by_label("Weight", exact=True)
    for value, leads in ((at_flip - 1, "Mid-size company"), (at_flip + 1, "Enterprise")):
        with ben.page.expect_response("**/what-if/**"):
            weight.fill(f"{value:.2f}")
        ben.page.locator(f".figures li:first-child:has-text('{leads}')").wait_for()


def _read_up(ben, decision):
    """What those who hire look for, what two roles expect, and the case for the next step."""
    ben.go(f"/growth/decisions/{decision.code}/", QUESTION)
    ben.press("What those who hire look for")
    ben.press("Senior product manager")
    ben.scan("Senior product manager")
    ben.press("What the framework expects of Senior PM, beside your levels")
    ben.scan("What two roles expect")
    ben.go("/growth/promotion/", "Your promotion case")
    ben.scan("Your promotion case")


def _decide(ben, decision):
    ben.go(f"/growth/decisions/{decision.code}/", QUESTION)
    ben.press("Decide")
    ben.scan("Decide")
    ben.page.get_by_label("Mid-size company").check()
    ben.fill("Why?", "I want what is mine from problem to result")
    ben.fill("What would change your mind?", "If stability weighed twice as much")
    ben.press("Decide")
    ben.sees(QUESTION)


def _look_back(ben, decision):
    ben.go(f"/growth/decisions/{decision.code}/review/", "What came of your decision?")
    ben.fill("What came of it?", "My own product since March")
    ben.page.get_by_label("Yes, the same again").check()
    ben.press("Keep it")
    ben.go("/growth/wins/", "Wins")
    ben.page.get_by_role("link", name="Keep as a win").click()
    ben.scan("Keep a win")
    ben.fill("What is measured", "products of my own")
    ben.fill("Before", "0")
    ben.fill("After", "1")
    ben.press("Keep it")
    ben.go("/growth/record/", "Your record")
    assert "0 → 1" in ben.page.inner_text("main")
