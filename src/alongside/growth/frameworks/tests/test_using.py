"""An organisation works with a framework of its own: its members pick from it, and it counts as what it names."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.accounts.memberships.models import Membership
from alongside.accounts.organisations.models import Organisation
from alongside.activity.events.models import Event
from alongside.growth.frameworks import actions, reading
from alongside.growth.frameworks.queries import framework_here, skills_here
from alongside.growth.overview.queries import with_skills
from alongside.growth.skills import actions as levels
from alongside.growth.skills.counting import on_scale
from alongside.growth.skills.models import Framework, SkillLevel
from alongside.growth.skills.queries import areas_of, counted_levels_of, default_skills, levels_of, skills_of
from alongside.kit.errors import Forbidden, Refused
from alongside.people.careers.models import Story

HEAD = {"name": "Ladder", "licence": "CC0"}
OURS, UK = "Product mentorship skills framework", "UK Government product management capabilities"
LEVELS = "level 1: Low,level 2: Mid,level 3: High,target: PM,target: Lead"
CSV = f"""area_key,area,key,skill,maps to: {OURS},maps to: {UK},{LEVELS}
A,Craft,L1,Listening,user research  and interviewing,,a,b,c,1,3
A,Craft,L2,Carving,,,a,b,c,1,2
A,Craft,L3,Money,,Financial ownership,a,b,c,2,3
"""


def bring(cast, version="1", text=CSV):
    return actions.take_in(reading.read(text, **HEAD, version=version), cast.northwind, by=cast.cleo)


@pytest.fixture
def ladder(cast):
    framework = bring(cast)
    actions.use(framework, cast.northwind, by=cast.cleo)
    return framework


def test_who_runs_an_organisation_chooses_its_framework_and_can_go_back(as_, cast):
    framework, default = bring(cast), Framework.objects.get(is_default=True)
    address = reverse("frameworks.use", args=[framework.code])

    assert [as_(one).post(address).status_code for one in (cast.ben, cast.eve)] == [403, 404]
    for _twice in "ab":
        page = as_(cast.cleo).post(address, follow=True).text
    assert "works with this framework" in page
    assert framework_here(cast.northwind) == framework
    assert Event.objects.filter(verb="framework.used", about_code=framework.code).count() == 1
    as_(cast.cleo).post(reverse("frameworks.use", args=[default.code]))
    assert framework_here(cast.northwind) is None
    assert Event.objects.filter(verb="framework.used").count() == 2


def test_nobody_uses_what_is_withdrawn_or_another_organisations(as_, cast, ladder):
    elsewhere = Organisation.objects.create(name="Far", kind="company")
    Membership.objects.create(person=cast.cleo, organisation=elsewhere, roles=["administrator"])
    with pytest.raises(Refused):
        actions.use(ladder, elsewhere, by=cast.cleo)
    actions.withdraw(ladder, by=cast.cleo)

    assert framework_here(cast.northwind) is None
    assert skills_here(cast.northwind) == default_skills()
    with pytest.raises(Forbidden):
        actions.use(ladder, cast.northwind, by=cast.cleo)
    lone = as_(cast.ben)
    Membership.objects.filter(person=cast.ben).delete()
    shipped = Framework.objects.get(is_default=True)
    assert lone.post(reverse("frameworks.use", args=[shipped.code])).status_code == 404


PAGES = [
    "growth.index",
    "levels.assess",
    "evidence.add",
    "promotion.index",
    "decisions.roles",
    "skills.index",
]


@pytest.mark.parametrize("name", PAGES)
def test_the_pages_of_growth_speak_of_the_framework_in_use(as_, cast, ladder, name):
    levels.rate(skills_of(ladder)[0], 2, by=cast.ben)
    address = reverse(name, args=["1"] if name == "levels.assess" else [])

    assert "Listening" in as_(cast.ben).get(address, follow=True).text


def test_a_plan_and_a_tag_take_skills_of_the_framework_in_use(as_, cast, ladder):
    listening = skills_of(ladder)[0]
    levels.rate(listening, 1, by=cast.ben)
    actions.aim(ladder, "Lead", by=cast.ben)

    assert "Listening" in as_(cast.ben).get(reverse("plans.make")).text
    assert (listening.word, default_skills()[0].word) == (listening.code, "A1")


def test_a_story_keeps_the_skills_that_it_showed_in_another_framework(cast):
    story = Story(skills=["B3", "no such"])
    ladder = bring(cast)
    other = Story(skills=[skills_of(ladder)[1].word])
    told = with_skills([story, other], areas_of(cast.ben, ladder))

    assert [one.skills for one in told] == [["Prioritisation and roadmapping"], ["Carving"]]


def test_a_skill_counts_as_what_it_names_directly_by_the_way_or_in_an_older_version(cast):
    first, second = skills_of(bring(cast)), skills_of(bring(cast, "2", CSV.replace("Listening", "Hearing")))
    names = [one.counts_as and one.counts_as.name for one in first]
    british = {one.key: one for one in skills_of(Framework.objects.get(name__startswith="UK"))}

    assert names == ["User research and interviewing", None, "Business and financial sense"]
    assert [one.counts_as for one in second][::2] == [one.counts_as for one in first][::2]
    assert second[1].counts_as == first[1]
    assert (british["U8"].counts_as.name, len([one for one in british.values() if one.counts_as])) == (
        "User research and interviewing", 9,
    )  # fmt: skip
    assert all(one.counts_as is None for one in default_skills())


def test_a_default_skill_that_names_another_framework_is_its_counterpart(cast):
    one = default_skills()[3]
    type(one).objects.filter(pk=one.pk).update(maps_to={"Ladder": "Carving"})

    assert skills_of(bring(cast))[1].counts_as == one


@pytest.mark.parametrize(
    ("level", "best", "other", "found"),
    [(1, 4, 5, 1), (2, 4, 5, 2), (3, 4, 5, 4), (4, 4, 5, 5), (3, 5, 5, 3), (9, 9, 5, 5), (1, 1, 5, 1), (2, 3, 5, 3)],
)  # fmt: skip
def test_a_level_stands_at_the_same_height_of_another_scale(level, best, other, found):
    assert on_scale(level, best, other) == found


def test_colleagues_are_compared_by_what_counts_and_others_see_nothing_of_it(cast, ladder):
    listening, carving, money = skills_of(ladder)
    usual = {one.key: one for one in default_skills()}
    research, sense = usual["A1"], usual["B2"]
    for skill, level in ((listening, 3), (carving, 2), (money, 1), (research, 2), (sense, 4)):
        levels.rate(skill, level, by=cast.ada)

    among = counted_levels_of([cast.ada.pk], cast.northwind.pk)[cast.ada.pk]
    assert among == {research.pk: 5, carving.pk: 3, sense.pk: 4}
    assert levels_of([cast.ada.pk])[cast.ada.pk] == {research.pk: 2, sense.pk: 4}
    assert carving.pk not in counted_levels_of([cast.ada.pk], cast.northwind.pk + 1)[cast.ada.pk]


def test_levels_are_taken_over_into_the_framework_that_others_see(as_, cast, ladder):
    levels.rate(skills_of(ladder)[0], 3, by=cast.ada)
    shipped = Framework.objects.get(is_default=True)
    page = as_(cast.ada).get(reverse("frameworks.show", args=[shipped.code])).text
    as_(cast.ada).post(reverse("frameworks.carry_over", args=[shipped.code]))

    assert "1 level can be taken over" in page
    assert SkillLevel.objects.open_to_others().get(person=cast.ada).level == 5
    assert areas_of(cast.ada)[0].rated == 1


def test_the_page_of_a_skill_says_what_it_is_called_elsewhere(as_, cast, ladder):
    research = default_skills()[0]
    ben, eve = (
        as_(one).get(reverse("evidence.of", args=[research.code])).text for one in (cast.ben, cast.eve)
    )

    assert ("Listening" in ben, "User focus" in ben, "SVPG" in ben) == (True, True, True)
    assert ("Listening" in eve, "User focus" in eve) == (False, True)
    own = as_(cast.ben).get(reverse("evidence.of", args=[skills_of(ladder)[0].code])).text
    assert "User research and interviewing" in own
    assert "counts as User research" in as_(cast.ben).get(reverse("frameworks.show", args=[ladder.code])).text
