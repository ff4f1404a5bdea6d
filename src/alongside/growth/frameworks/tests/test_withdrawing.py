"""A framework that was brought is withdrawn: nobody begins with it, and nobody loses what they said in it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.growth.frameworks import actions, reading
from alongside.growth.skills import actions as skills
from alongside.growth.skills.models import Framework, SkillLevel
from alongside.growth.skills.queries import skills_of
from alongside.kit.errors import Forbidden

HEAD = {"name": "Ladder", "version": "2", "licence": "CC0"}
CSV = "area_key,area,key,skill,level 1: Low,level 2: High,target: PM\nA,Craft,A1,Sums,Adds,Multiplies,1\n"


@pytest.fixture
def framework(cast):
    return actions.take_in(reading.read(CSV, **HEAD), cast.northwind, by=cast.cleo)


def sees(person) -> bool:
    return Framework.objects.visible_to(person).filter(name="Ladder").exists()


def test_it_goes_from_those_who_never_used_it_and_stays_readable_for_the_others(as_, cast, framework):
    skills.rate(skills_of(framework)[0], 1, by=cast.ben)
    before = [sees(one) for one in (cast.ada, cast.ben, cast.cleo)]
    answer = as_(cast.cleo).post(reverse("frameworks.withdraw", args=[framework.code]), follow=True)
    after = [sees(one) for one in (cast.ada, cast.ben, cast.cleo)]
    page = as_(cast.ben).get(reverse("frameworks.show", args=[framework.code])).text
    framework.refresh_from_db()

    assert (before, after) == ([True] * 3, [False, True, True])
    assert ("Bring it back" in answer.text, "Withdrawn" in answer.text) == (True, True)
    assert ("This framework is withdrawn" in page, "Say where you stand" in page) == (True, False)
    with pytest.raises(Forbidden):
        skills.rate(skills_of(framework)[0], 2, by=cast.ben)
    for refused in (
        lambda: actions.aim(framework, "PM", by=cast.ben),
        lambda: actions.carry_over(framework, by=cast.ben),
    ):
        with pytest.raises(Forbidden):
            refused()
    assert SkillLevel.objects.get(person=cast.ben, skill__framework=framework).level == 1
    as_(cast.cleo).post(reverse("frameworks.bring_back", args=[framework.code]))
    assert sees(cast.ada)
    told = Event.objects.filter(verb__in=["framework.withdrawn", "framework.brought_back"])
    assert list(told.order_by("pk").values_list("verb", flat=True)) == [
        "framework.withdrawn", "framework.brought_back",
    ]  # fmt: skip


@pytest.mark.parametrize("view", ["withdraw", "bring_back"])
def test_only_who_runs_the_organisation_withdraws_and_never_what_ships(as_, cast, framework, view):
    address = reverse(f"frameworks.{view}", args=[framework.code])
    shipped = Framework.objects.get(is_default=True)

    assert [as_(one).post(address).status_code for one in (cast.ben, cast.eve)] == [403, 404]
    assert as_(cast.cleo).post(reverse(f"frameworks.{view}", args=[shipped.code])).status_code == 403


def test_twice_is_once(cast, framework):
    for act in (actions.withdraw, actions.withdraw, actions.bring_back, actions.bring_back):
        act(framework, by=cast.cleo)

    assert Event.objects.filter(about_code=framework.code, verb__startswith="framework.").count() == 3
