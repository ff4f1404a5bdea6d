"""Said six skills at a time, resumed another day; every change is kept and shown then and now."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from alongside.growth.levels.models import LevelChange
from alongside.growth.levels.queries import history_of
from alongside.growth.skills import actions as skills
from alongside.growth.skills.models import SkillLevel
from alongside.growth.skills.queries import default_skills
from alongside.kit.clock import now, travel

INDEX, BEGIN = reverse("levels.index"), reverse("levels.begin")
DAY = dt.timedelta(days=1)


def part(number: int) -> str:
    return reverse("levels.assess", args=[number])


def test_six_skills_are_said_at_a_time_and_the_rest_another_day(as_, cast):
    ben = as_(cast.ben)
    six = [skill.key for skill in default_skills()[:6]]
    assert ben.get(BEGIN)["Location"] == part(1)
    assert ben.post(part(1), dict.fromkeys(six, "2"))["Location"] == part(2)
    seventh = default_skills()[6].key
    stayed = ben.post(part(2), {seventh: "3", "stay": "1"})

    assert (stayed["Location"], ben.get(BEGIN)["Location"]) == (reverse("growth.index"), part(2))
    assert "7 of 24 said" in ben.get(part(2)).text
    assert sorted(SkillLevel.objects.values_list("level", flat=True)) == [2] * 6 + [3]
    assert ben.post(part(4), {})["Location"] == reverse("growth.index")
    wrong = ben.post(part(1), {six[0]: "9", six[1]: "4"})
    assert (wrong.status_code, "Choose a level from 1 to 5" in wrong.text) == (422, True)
    assert {ben.get(part(number)).status_code for number in (5, 0)} == {404}


def test_every_change_is_kept_and_shown_then_and_now(as_, cast):
    one, two = default_skills()[:2]
    with travel(now() - 200 * DAY):
        skills.rate(one, 2, by=cast.ben)
    with travel(now() - 100 * DAY):
        skills.rate(two, 4, by=cast.ben)
        skills.rate(two, 4, by=cast.ben)
    skills.rate(one, 3, by=cast.ben)
    skills.rate(two, None, by=cast.ben)
    told = history_of(cast.ben)
    early = history_of(cast.ben, (now() - 150 * DAY).date())

    assert LevelChange.objects.count() == 4
    assert [(line.then and line.then.level, line.now and line.now.level, line.moved) for line in told.lines] == [
        (2, 3, 1), (4, None, 0),
    ]  # fmt: skip
    assert [line.then and line.then.level for line in early.lines] == [2, None]
    assert told.chart
    assert [row[1:] for row in told.chart.rows] == [["2", "3"], ["4", "–"]]
    ben = as_(cast.ben)
    page = ben.get(INDEX).text
    assert ["taken back" in page, "+1" in page, 'class="then"' in page] == [True] * 3
    wrong = ben.get(INDEX, {"then": "soon"})
    assert (wrong.status_code, "Enter a day" in wrong.text, "soon" in wrong.text) == (422, True, True)
    assert ben.get(INDEX, {"then": "2026-01-01"}).status_code == 200
    assert "Nothing to compare yet" in as_(cast.ada).get(INDEX).text


@pytest.mark.parametrize("count", [1, 12])
def test_then_and_now_costs_the_same_however_long(as_, cast, count, django_assert_num_queries):
    for skill in default_skills()[:count]:
        skills.rate(skill, 2, by=cast.ben)
    ben = as_(cast.ben)
    ben.get(INDEX)
    with django_assert_num_queries(3):
        ben.get(INDEX)
