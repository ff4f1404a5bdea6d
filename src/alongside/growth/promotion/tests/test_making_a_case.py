"""A case for the next role: what confirmed evidence carries, and which gaps are named."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from alongside.growth.confirming.models import Confirmation
from alongside.growth.evidence.models import Evidence
from alongside.growth.promotion.queries import case_for
from alongside.growth.skills.queries import default_skills
from alongside.kit.clock import now

INDEX, PRINT = reverse("promotion.index"), reverse("promotion.print")
DAY = dt.timedelta(days=1)


@pytest.fixture
def shows(cast):
    """``shows(0, 3, "Title")`` keeps an item of Ben's for the first skill at level 3, confirmed by Ada."""

    def keep(
        skill: int, level: int, title: str, *, confirmed: bool = True, code: str = "", days: int = 30
    ) -> Evidence:
        kept = Evidence(
            person=cast.ben, skill=default_skills()[skill], level=level, day=(now() - days * DAY).date()
        )
        kept.title, kept.text, kept.source_code = title, "What it shows", code
        kept.source = "worksheet" if code else "own"
        kept.confirmed_at = now() if confirmed else None
        kept.save()
        if confirmed:
            Confirmation.objects.create(
                evidence=kept, mentor=cast.ada, answer="yes", answered_at=now(), expires_at=now() + DAY
            )
        return kept

    return keep


def test_two_confirmed_items_at_the_target_carry_a_skill_and_what_is_missing_is_named(as_, cast, shows):
    shows(0, 3, "Ten interviews")
    shows(0, 4, "A rhythm of research")
    shows(1, 3, "The real problem")
    shows(1, 3, "Another problem", confirmed=False)
    shows(2, 2, "A funnel read well")

    case = case_for(cast.ben, "Senior PM", None)
    by_key = {row.skill.key: row for row in case.rows}
    assert (case.carried, len(case.rows), [row.skill.key for row in case.gaps][:2]) == (
        1,
        24,
        ["A2", "A3"],
    )
    assert [(by_key[key].missing, len(by_key[key].unconfirmed), by_key[key].lower) for key in ("A1", "A2", "A3")] == [
        (0, 0, 0), (1, 1, 0), (2, 0, 1),
    ]  # fmt: skip
    assert ([row.skill.key for row in case.near], len(case.far)) == (["A2", "A3"], 21)
    page = as_(cast.ben).get(f"{INDEX}?role=Senior+PM").text
    assert [
        text in page
        for text in (
            "1 / 24",
            "Confirmed by Ada Lindqvist",
            "one is there and waits",
            "one is there at a lower level",
        )
    ] == [True] * 4
    paper = as_(cast.ben).get(f"{PRINT}?role=Senior+PM").text
    assert ["1 of 24 skills" in paper, "A rhythm of research" in paper, "Another problem" in paper] == [
        True, True, False,
    ]  # fmt: skip


def test_each_skill_is_told_once_before_any_is_told_twice_and_one_thing_only_once(cast, shows):
    for skill, title in ((0, "First"), (0, "Second"), (1, "Third")):
        shows(skill, 3, title)
    shows(1, 3, "Same sheet", code="abc", days=31)
    shows(2, 3, "The same sheet again", code="abc", days=31)

    case = case_for(cast.ben, "Senior PM", None)
    assert [one.item.title for one in case.moments] == ["Second", "Third", "The same sheet again", "First"]
    assert [one.who for one in case.moments] == [["Ada Lindqvist"]] * 4


def test_a_committee_would_ask_about_one_thing_and_about_old_things(as_, cast, shows):
    for skill in range(3):
        shows(skill, 3, f"Sheet {skill}", code="abc", days=500)
    for skill in range(2):
        shows(skill, 3, f"Own {skill}", days=500)

    page = as_(cast.ben).get(INDEX).text
    assert ["rests on one thing" in page, "from the last year" in page] == [True, True]


def test_without_evidence_it_says_so_and_an_unknown_role_is_the_usual_one(as_, cast):
    ben = as_(cast.ben)
    page = ben.get(f"{INDEX}?role=Emperor").text
    assert ["0 / 24" in page, "Nothing confirmed reaches" in page, "Senior PM" in page] == [True] * 3
    assert "Nothing is confirmed yet" in ben.get(PRINT).text


def test_it_costs_the_same_however_much_is_confirmed(as_, cast, shows, django_assert_max_num_queries):
    for skill in range(6):
        shows(skill, 3, f"Item {skill}")
    ben = as_(cast.ben)
    ben.get(INDEX)
    with django_assert_max_num_queries(9):
        ben.get(INDEX)
