"""The framework, and where people stand in it."""

from __future__ import annotations

import pytest

from alongside.activity.events.models import Event
from alongside.growth.skills import actions, queries, rules, shipped
from alongside.growth.skills.models import Framework, Skill, SkillLevel
from alongside.kit.errors import Forbidden, Refused
from alongside.kit.rules import require
from alongside.people.profiles.queries import profile_of


def skill(key="B3"):
    return Skill.objects.get(key=key)


def test_the_default_framework_is_there_and_shipping_it_again_doubles_nothing(db):
    shipped.ship_framework()
    shipped.ship_framework()

    assert (Framework.objects.count(), Skill.objects.count()) == (1, 24)
    assert queries.default_skills()[0].framework.name == "Product mentorship skills framework"
    assert {len(one.descriptors) for one in queries.default_skills()} == {5}


def test_a_person_says_where_they_stand_and_takes_it_back(cast):
    actions.rate(skill(), 3, by=cast.ben)
    actions.rate(skill(), 3, by=cast.ben)
    standing = actions.rate(skill(), 4, by=cast.ben)

    assert (standing.level, standing.ground) == (4, SkillLevel.Ground.SELF)
    assert queries.levels_of([cast.ben.pk]) == {cast.ben.pk: {skill().pk: 4}}
    assert profile_of(cast.ben).words == "Prioritisation and roadmapping"
    assert [event.details["level"] for event in Event.objects.filter(verb="skill.rated").order_by("pk")] == [
        3,
        4,
    ]

    assert actions.rate(skill(), None, by=cast.ben) is None
    assert not SkillLevel.objects.exists()
    assert profile_of(cast.ben).words == ""


@pytest.mark.parametrize("level", [0, 6, -1])
def test_a_level_is_one_of_five(cast, level):
    with pytest.raises(Refused, match="from 1 to 5"):
        actions.rate(skill(), level, by=cast.ben)


def test_nobody_rates_another(cast):
    with pytest.raises(Forbidden):
        require(rules.can_rate(cast.ada, SkillLevel(person=cast.ben)))


def test_the_framework_is_read_area_by_area_in_two_queries(cast, django_assert_num_queries):
    actions.rate(skill("A1"), 2, by=cast.ben)

    with django_assert_num_queries(2):
        areas = queries.areas_of(cast.ben)

    assert [area.key for area in areas] == list("ABCDEF")
    first = areas[0].skills[0]
    assert (areas[0].mean, areas[0].rated, areas[1].mean) == (2.0, 1, None)
    assert first.descriptor.startswith("Plans and runs")
    assert areas[1].skills[0].descriptor == ""
