"""The role that a person looks to, what an organisation expects of it, and how far it is."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.growth.frameworks import actions, queries
from alongside.growth.frameworks.models import Aim, Target
from alongside.growth.skills.actions import rate
from alongside.growth.skills.models import Framework, Skill, SkillLevel
from alongside.growth.skills.queries import areas_of, default_skills
from alongside.kit.errors import Forbidden, Refused


@pytest.fixture
def framework(cast):
    return Framework.objects.get(is_default=True)


@pytest.fixture
def theirs(cast):
    """A framework of Northwind's own."""
    made = Framework.objects.create(name="Northwind ladder", version="1", organisation=cast.northwind,
                                    levels=[{"level": 1, "name": "Low", "anchor": ""}] * 2, roles=["PM"])  # fmt: skip
    Skill.objects.create(framework=made, key="B3", area_key="X", area="Ours", name="Sums",
                         descriptors=["Adds", "Multiplies"], role_targets={})  # fmt: skip
    return made


def gaps(person, framework, role, organisation):
    return queries.gaps_in(areas_of(person, framework), queries.own_targets(framework, organisation), role)


def test_a_person_looks_to_a_role_and_sees_how_far_it_is(as_, cast, framework):
    rate(Skill.objects.get(key="B3"), 1, by=cast.ben)
    browser, page = as_(cast.ben), reverse("frameworks.show", args=[framework.code])

    assert browser.post(reverse("frameworks.aim", args=[framework.code]), {"role": "Senior PM"}).url == page
    text = browser.get(page).text

    first = gaps(cast.ben, framework, "Senior PM", cast.northwind)[0]
    assert (first.skill.key, first.missing, first.changed) == ("B3", first.target - 1, False)
    assert first.words in text
    assert "said where you stand in 1 of 24 skills" in text
    assert Event.objects.get(verb="framework.role_chosen").details == {}

    actions.aim(framework, "Senior PM", by=cast.ben)
    actions.aim(framework, "", by=cast.ben)
    assert not Aim.objects.exists()
    assert Event.objects.filter(verb="framework.role_chosen").count() == 2


def test_a_role_that_a_framework_does_not_name_is_refused(as_, cast, framework, theirs):
    answer = as_(cast.ben).post(reverse("frameworks.aim", args=[framework.code]), {"role": "King"})

    assert answer.status_code == 422
    assert "Choose one of the roles" in answer.text
    with pytest.raises(Refused):
        actions.aim(framework, "King", by=cast.ben)
    with pytest.raises(Forbidden):
        actions.aim(theirs, "PM", by=cast.eve)
    Aim.objects.create(person=cast.ben, framework=framework, role="King")
    assert queries.role_of(cast.ben, framework) == ""


def test_an_organisation_sets_what_it_expects_and_who_did_it_is_told(as_, cast, framework):
    number = framework.roles.index("PM") + 1
    page = reverse("frameworks.targets", args=[framework.code, number])
    usual = Skill.objects.get(key="B3").role_targets["PM"]
    browser = as_(cast.cleo)

    assert browser.post(page, {"B3": "5", "A1": ""}).status_code == 302
    told = f"B3: {usual} → 5"

    assert Event.objects.get(verb="framework.targets_set").details["changed"] == told
    assert told in browser.get(page).text
    assert cast.cleo.name in browser.get(page).text
    targets = queries.targets_of(default_skills(), cast.northwind)
    assert (targets["B3"]["PM"], queries.targets_of(default_skills(), cast.elsewhere)["B3"]["PM"]) == (
        5,
        usual,
    )
    assert queries.targets_of([], cast.northwind) == {}
    [sums] = [one for one in gaps(cast.ben, framework, "PM", cast.northwind) if one.skill.key == "B3"]
    assert (sums.target, sums.changed, sums.missing) == (5, True, 0)
    assert "5*" in as_(cast.ben).get(reverse("frameworks.show", args=[framework.code])).text

    browser.post(page, {"B3": ""})
    browser.post(page, {"B3": str(usual)})
    assert not Target.objects.exists()
    assert Event.objects.filter(verb="framework.targets_set").count() == 2


def test_a_target_where_the_framework_says_nothing(cast, theirs):
    actions.set_targets(theirs, cast.northwind, "PM", {"B3": 2}, by=cast.dev)
    actions.set_targets(theirs, cast.northwind, "PM", {"B3": None}, by=cast.dev)

    told = Event.objects.filter(verb="framework.targets_set").order_by("pk")
    assert [event.details["changed"] for event in told] == ["B3: – → 2", "B3: 2 → –"]
    assert gaps(cast.ben, theirs, "PM", None) == []


def test_targets_are_set_by_who_runs_the_organisation_and_on_its_scale(as_, cast, framework):
    page = reverse("frameworks.targets", args=[framework.code, 1])

    assert as_(cast.ben).post(page, {"B3": "5"}).status_code == 403
    assert as_(cast.cleo).get(reverse("frameworks.targets", args=[framework.code, 99])).status_code == 404
    answer = as_(cast.cleo).post(page, {"B3": "6"})
    assert (answer.status_code, "from 1 to 5" in answer.text) == (422, True)
    with pytest.raises(Forbidden):
        actions.set_targets(framework, cast.elsewhere, "PM", {"B3": 3}, by=cast.cleo)
    with pytest.raises(Refused, match="roles"):
        actions.set_targets(framework, cast.northwind, "King", {"B3": 3}, by=cast.cleo)
    with pytest.raises(Refused, match="1 to 5"):
        actions.set_targets(framework, cast.northwind, "PM", {"B3": 6}, by=cast.cleo)
    assert not Target.objects.exists()


def test_what_was_said_in_an_older_version_is_taken_over_once(as_, cast, framework):
    rate(Skill.objects.get(key="B3"), 4, by=cast.ben)
    rate(Skill.objects.get(key="A1"), 5, by=cast.ben)
    newer = Framework.objects.create(name=framework.name, version="2", levels=framework.levels[:4])
    for key in ("A1", "B3"):
        old = Skill.objects.get(key=key)
        Skill.objects.create(framework=newer, key=key, area_key="A", area="A", name=old.name,
                             descriptors=old.descriptors[:4])  # fmt: skip
    browser, page = as_(cast.ben), reverse("frameworks.show", args=[newer.code])
    assert "1 level can be taken over" in browser.get(page).text

    assert browser.post(reverse("frameworks.carry_over", args=[newer.code])).url == page

    assert dict(SkillLevel.objects.filter(skill__framework=newer).values_list("skill__key", "level")) == {
        "B3": 4
    }
    assert "can be taken over" not in browser.get(page).text
    assert SkillLevel.objects.count() == 3, "the old ones stay readable"


def test_another_organisations_framework_does_not_exist(as_, cast, theirs):
    page = reverse("frameworks.show", args=[theirs.code])

    assert as_(cast.eve).get(page).status_code == 404
    assert as_(cast.ben).get(page).status_code == 200
    assert theirs.name not in as_(cast.eve).get(reverse("frameworks.index")).text
    assert theirs.name in as_(cast.ben).get(reverse("frameworks.index")).text
    with pytest.raises(Forbidden):
        actions.carry_over(theirs, by=cast.eve)


def test_the_page_of_a_framework_costs_the_same_however_much_is_said(as_, cast, framework,
                                                                     django_assert_max_num_queries):  # fmt: skip
    for skill in default_skills():
        rate(skill, 2, by=cast.ben)
    actions.aim(framework, "CPO", by=cast.ben)
    browser, page = as_(cast.ben), reverse("frameworks.show", args=[framework.code])
    browser.get(page)

    with django_assert_max_num_queries(10):
        assert browser.get(page).status_code == 200
