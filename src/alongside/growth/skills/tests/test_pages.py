"""The pages of growth and skills."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.growth.skills import actions
from alongside.growth.skills.models import Framework, Skill, SkillLevel
from alongside.growth.skills.queries import default_skills

AREA = "/growth/skills/B/"


def test_the_skills_begin_where_something_is_not_said(as_, cast):
    browser = as_(cast.ben)
    assert browser.get(reverse("skills.index")).url == reverse("skills.rate", args=["A"])

    for skill in Skill.objects.filter(area_key="A"):
        actions.rate(skill, 2, by=cast.ben)

    assert browser.get(reverse("skills.index")).url == AREA


def test_an_area_is_kept_and_the_next_one_follows(as_, cast):
    browser = as_(cast.ben)
    assert "Writes and keeps alive a strategy" in browser.get(AREA).text

    answer = browser.post(AREA, {"B1": "3", "B2": "", "B3": "2"})

    assert answer.url == reverse("skills.rate", args=["C"])
    assert dict(SkillLevel.objects.values_list("skill__key", "level")) == {"B1": 3, "B3": 2}
    assert browser.post(AREA, {"B1": "", "stay": "1"}).url == reverse("growth.index")
    assert dict(SkillLevel.objects.values_list("skill__key", "level")) == {"B3": 2}
    assert browser.post(reverse("skills.rate", args=["F"]), {}).url == reverse("growth.index")


def test_a_level_that_does_not_exist_is_answered_kindly(as_, cast):
    answer = as_(cast.ben).post(AREA, {"B1": "6", "B3": "2"})

    assert answer.status_code == 422
    assert "Choose a level from 1 to 5" in answer.text
    assert not SkillLevel.objects.exists()
    assert as_(cast.ben).get("/growth/skills/Z/").status_code == 404


def test_levels_in_another_framework_are_said_on_its_own_pages(as_, cast):
    other = Framework.objects.get(is_default=False)
    browser, area = as_(cast.ben), f"/growth/skills/in/{other.code}/U/"
    assert "Practitioner" in browser.get(area).text

    assert browser.post(area, {"U8": "3"}).url == reverse("frameworks.show", args=[other.code])
    assert "1 to 4" in browser.post(area, {"U8": "5"}).text
    assert dict(SkillLevel.objects.values_list("skill__key", "level")) == {"U8": 3}


@pytest.mark.parametrize("count", [0, 1, 24])
def test_growth_costs_the_same_however_much_is_said(as_, cast, count, django_assert_max_num_queries):
    for skill in default_skills()[:count]:
        actions.rate(skill, 3, by=cast.ben)
    browser = as_(cast.ben)
    browser.get(reverse("growth.index"))

    with django_assert_max_num_queries(8):
        page = browser.get(reverse("growth.index"))

    assert page.status_code == 200
    assert ("Where do you stand?" in page.text) == (count == 0)


def test_nobody_sees_the_levels_of_another(as_, cast):
    actions.rate(Skill.objects.get(key="B3"), 5, by=cast.ben)

    assert as_(cast.ada).get(reverse("growth.index")).context["rated"] == 0
