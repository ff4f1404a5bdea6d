"""Three skills a quarter by gap and importance, each with its practice, into the next brief."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.growth.evidence import actions as evidence
from alongside.growth.frameworks import actions as frameworks
from alongside.growth.plans import actions
from alongside.growth.plans.models import Plan, PlanSkill
from alongside.growth.plans.suggesting import Suggestion, quarter_from, suggestions_for
from alongside.growth.skills import actions as skills
from alongside.growth.skills.queries import default_skills
from alongside.kit.clock import now
from alongside.kit.errors import Forbidden, Refused
from alongside.matching.briefs.models import Brief, BriefSkill

INDEX, MAKE = reverse("plans.index"), reverse("plans.make")
BY_KEY = {"A1": 1, "B3": 2, "D1": 2, "D3": 1, "F1": 3}


@pytest.fixture
def by_key(db):
    return {one.key: one for one in default_skills()}


@pytest.fixture
def told(cast, by_key):
    """Ben says where he stands, looks to a senior role, and his newest brief wants two skills."""
    for key, level in BY_KEY.items():
        skills.rate(by_key[key], level, by=cast.ben)
    frameworks.aim(by_key["A1"].framework, "Senior PM", by=cast.ben)
    brief = Brief.objects.create(person=cast.ben)
    for key, priority, target in (("B3", 3, 4), ("E1", 1, 2)):
        BriefSkill.objects.create(brief=brief, skill=by_key[key], priority=priority, target=target)


@pytest.fixture
def plan(cast, by_key):
    return actions.make([Suggestion(by_key["B3"], 2, 4, 3)], by=cast.ben)


def at(view: str, code: str) -> str:
    return reverse(f"plans.{view}", args=[code])


def test_the_heaviest_gap_times_importance_comes_first(cast, told):
    found = suggestions_for(cast.ben, cast.northwind)

    assert [(one.skill.key, one.gap, one.importance, one.weight) for one in found] == [
        ("B3", 2, 5, 10), ("E1", 2, 2, 4), ("A1", 2, 1, 2), ("D3", 2, 1, 2), ("D1", 1, 1, 1),
    ]  # fmt: skip
    assert suggestions_for(cast.ada, None) == []


@pytest.mark.parametrize(
    ("day", "ahead", "quarter"),
    [
        (dt.date(2026, 11, 23), 0, (dt.date(2026, 10, 1), dt.date(2026, 12, 31))),
        (dt.date(2026, 11, 23), 1, (dt.date(2027, 1, 1), dt.date(2027, 3, 31))),
        (dt.date(2028, 1, 1), 0, (dt.date(2028, 1, 1), dt.date(2028, 3, 31))),
    ],
)
def test_a_quarter_has_its_first_and_last_day(day, ahead, quarter):
    assert quarter_from(day, ahead) == quarter


def test_a_skill_that_is_sent_twice_is_planned_once(as_, cast, told, by_key):
    as_(cast.ben).post(MAKE, {"skills": [by_key["B3"].code] * 2, "ahead": "0"})

    assert [one.skill.key for one in PlanSkill.objects.select_related("skill")] == ["B3"]


def test_a_plan_is_made_worked_on_printed_and_begins_a_brief(as_, cast, told, by_key):
    ben = as_(cast.ben)
    assert "No plan yet" in ben.get(INDEX).text
    page = ben.get(MAKE).text
    assert page.count("checked") == 4  # three skills, and this quarter
    chosen = [by_key[key].code for key in ("B3", "E1")]
    ben.post(MAKE, {"skills": chosen, "ahead": "0"})
    plan = Plan.objects.select_related("person").get()
    line = plan.skills.get(skill=by_key["B3"])
    shown = ben.get(at("show", plan.code)).text
    assert ["MoSCoW" in shown, "none yet" in shown, "From level 2 to level 4" in shown] == [True] * 3
    typed = {"target": "3", "tool": "roadmap", "playbook": "b3", "aim": "A roadmap that three teams agreed to",
             "due_on": "2026-12-20"}  # fmt: skip
    wrong = ben.post(at("work", line.code), typed | {"due_on": "soon", "target": ""})
    assert (wrong.status_code, "Enter a day" in wrong.text, "three teams" in wrong.text) == (422, True, True)
    ben.post(at("work", line.code), typed)
    item = {"level": 3, "day": now().date(), "title": "Re-planned it", "text": "Said no", "link": ""}
    evidence.keep(by_key["B3"], item, by=cast.ben)
    skills.rate(by_key["B3"], 3, by=cast.ben)
    ben.post(at("done", line.code))
    for view in ("show", "print"):
        text = ben.get(at(view, plan.code)).text
        assert ["three teams agreed" in text, "Re-planned it" in text, "Now" in text] == [True] * 3
    assert "Prioritisation" in ben.get(reverse("growth.index")).text
    ben.post(reverse("briefs.from_plan", args=[plan.code]))

    brief = Brief.objects.order_by("-pk")[0]
    wanted = brief.goal_skills.values_list("skill__key", "priority", "target")
    assert (list(wanted), brief.kind) == ([("B3", 2, 3), ("E1", 1, 2)], "skill")
    verbs = Event.objects.filter(verb__startswith="plan.").order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["plan.made", "plan.changed", "plan.skill_done"]
    ben.post(at("done", line.code))
    assert PlanSkill.objects.get(pk=line.pk).done_at is None
    ben.post(at("remove", plan.code))
    assert Plan.objects.count() == 0


def test_three_skills_a_quarter_and_one_plan(as_, cast, told, by_key):
    ben, every = as_(cast.ben), [by_key[key].code for key in ("B3", "E1", "A1", "D3")]
    for typed, sentence in (({"skills": every}, "one, two or three"), ({}, "one, two or three"),
                            ({"skills": every[:1], "ahead": "7"}, "Choose a quarter")):  # fmt: skip
        answer = ben.post(MAKE, {"ahead": "0"} | typed)
        assert (answer.status_code, sentence in answer.text) == (422, True)
    ben.post(MAKE, {"skills": every[:3], "ahead": "0"})
    again = ben.post(MAKE, {"skills": every[:1], "ahead": "0"})
    assert (again.status_code, "There is a plan for this quarter" in again.text) == (422, True)
    assert "Nothing to close yet" in as_(cast.ada).get(MAKE).text
    with pytest.raises(Refused, match="one, two or three"):
        actions.make([], by=cast.ben)
    line = PlanSkill.objects.select_related("plan__person", "skill__framework").first()
    with pytest.raises(Refused, match="of the scale"):
        actions.change(line, {"target": 9}, by=cast.ben)


def test_nobody_else_sees_a_plan(as_, cast, plan):
    people = (cast.ada, cast.cleo, cast.dev, cast.eve)
    line = plan.skills.get()
    for person in people:
        browser = as_(person)
        assert {browser.get(at(view, plan.code)).status_code for view in ("show", "print")} == {404}
        assert browser.get(at("work", line.code)).status_code == 404
        assert browser.post(reverse("briefs.from_plan", args=[plan.code])).status_code == 404
    with pytest.raises(Forbidden):
        actions.remove(plan, by=cast.ada)


@pytest.mark.parametrize("count", [1, 3])
def test_a_plan_costs_the_same_for_one_skill_and_three(
    as_, cast, by_key, count, django_assert_max_num_queries
):
    chosen = [Suggestion(by_key[key], 2, 4, 3) for key in ("B3", "E1", "A1")[:count]]
    plan = actions.make(chosen, by=cast.ben)
    ben = as_(cast.ben)
    ben.get(at("show", plan.code))
    with django_assert_max_num_queries(10):
        ben.get(at("show", plan.code))
