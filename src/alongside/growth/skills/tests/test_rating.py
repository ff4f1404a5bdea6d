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


def test_the_frameworks_are_there_and_shipping_them_again_doubles_nothing(db):
    shipped.ship_frameworks()
    shipped.ship_frameworks()

    assert (Framework.objects.count(), Skill.objects.count()) == (2, 24 + 9)
    assert queries.default_skills()[0].framework.name == "Product mentorship skills framework"
    assert queries.default_skills()[0].framework.licence == "CC BY 4.0"
    assert {len(one.descriptors) for one in queries.default_skills()} == {5}


def test_a_newer_framework_is_not_the_default_one(db):
    Framework.objects.create(name="Product mentorship skills framework", version="9")

    assert {one.framework.version for one in queries.default_skills()} == {"0.1"}


def test_the_government_framework_says_whose_words_are_whose(db):
    found = Framework.objects.get(is_default=False)
    skills = {one.name: one.role_targets for one in found.skills.all()}

    assert "public sector information licensed under the Open Government Licence v3.0" in found.attribution
    assert "our own words" in found.attribution
    assert [skills["User focus"][role] for role in found.roles] == [2, 3, 3, 3, 4]
    assert [skills["Financial ownership"][role] for role in found.roles] == [1, 3, 3, 3, 3]
    assert {len(one.descriptors) for one in found.skills.all()} == {found.best} == {4}


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


def test_the_scale_is_the_frameworks(cast):
    with pytest.raises(Refused, match="from 1 to 4"):
        actions.rate(skill("U8"), 5, by=cast.ben)

    assert actions.rate(skill("U8"), 4, by=cast.ben).level == 4


def test_nobody_rates_another(cast):
    with pytest.raises(Forbidden):
        require(rules.can_rate(cast.ada, SkillLevel(person=cast.ben)))


def test_the_framework_is_read_area_by_area_in_two_queries(cast, django_assert_num_queries):
    actions.rate(skill("A1"), 2, by=cast.ben)

    with django_assert_num_queries(2):
        areas = queries.areas_of(cast.ben)

    assert [area.key for area in areas] == list("ABCDEF")
    first = areas[0].skills[0]
    assert (areas[0].skills[0].level, areas[0].rated, areas[1].rated) == (2, 1, 0)
    assert first.descriptor.startswith("Plans and runs")
    assert areas[1].skills[0].descriptor == ""
