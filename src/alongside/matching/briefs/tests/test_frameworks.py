"""A brief in the words of an organisation's own framework, compared with mentors who use another."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.growth.frameworks import actions as frameworks
from alongside.growth.frameworks import reading
from alongside.growth.skills import actions as levels
from alongside.growth.skills.queries import default_skills, skills_of
from alongside.kit.clock import now
from alongside.matching import problem
from alongside.matching.briefs.actions import begin
from alongside.matching.briefs.models import BriefSkill
from alongside.matching.conftest import able, as_mentor
from alongside.matching.rounds.gathering import people_of
from alongside.matching.rounds.ready import sides_of
from alongside.matching.seekers import seeker_of

CSV = """area_key,area,key,skill,maps to: Product mentorship skills framework,level 1: Low,level 2: Mid,level 3: High
A,Craft,L1,Listening,User research and interviewing,a,b,c
A,Craft,L2,Carving,,a,b,c
A,Craft,L3,Asking,User research and interviewing,a,b,c
"""


@pytest.fixture
def ladder(cast):
    draft = reading.read(CSV, name="Ladder", licence="CC0", version="1")
    framework = frameworks.take_in(draft, cast.northwind, by=cast.cleo)
    frameworks.use(framework, cast.northwind, by=cast.cleo)
    return framework


@pytest.fixture
def brief(as_, cast, ladder):
    brief, ben = begin(by=cast.ben), as_(cast.ben)
    skills = skills_of(ladder)
    typed = {f"skill_{n}": one.code for n, one in enumerate(skills, 1)} | {
        f"target_{n}": "3" for n in (1, 2, 3)
    }
    ben.post(reverse("briefs.step", args=[brief.code, "skills"]), typed)
    type(brief).objects.filter(pk=brief.pk).update(kind="skill", goal="Lead", finished_at=now())
    brief.refresh_from_db()
    return brief


def test_the_question_offers_the_framework_in_use_with_its_scale_and_keeps_what_was_chosen(
    as_, cast, ladder, brief
):
    step = reverse("briefs.step", args=[brief.code, "skills"])
    assert "3 High" in as_(cast.ben).get(step).text
    old = default_skills()[5]
    BriefSkill.objects.filter(brief=brief, priority=1).update(skill=old)
    page = as_(cast.ben).get(reverse("briefs.step", args=[brief.code, "skills"])).text
    shown = as_(cast.ben).get(reverse("briefs.show", args=[brief.code])).text

    assert ("Listening" in page, "3 High" in page, old.name in page) == (True, False, True)
    typed = {"skill_1": skills_of(ladder)[0].code, "target_1": "5", "skill_2": old.code, "target_2": "5"}
    wrong = as_(cast.ben).post(reverse("briefs.step", args=[brief.code, "skills"]), typed)
    assert (wrong.status_code, "Choose a level from 1 to 3 for “Listening”" in wrong.text) == (422, True)
    assert default_skills()[7].name not in page
    assert "Listening is compared as User research and interviewing" in shown
    assert "Carving has no counterpart elsewhere" in shown


def test_a_goal_counts_as_the_skill_it_names_on_one_scale_and_once(cast, ladder, brief):
    levels.rate(skills_of(ladder)[0], 2, by=cast.ben)
    research, carving = default_skills()[0], skills_of(ladder)[1]
    mentee = problem.mentee_of(brief, seeker_of(cast.ben), now().date())

    assert [(one.skill, one.own, one.target, one.priority) for one in mentee.goals] == [
        (research.pk, 3, 5, 3), (carving.pk, None, 5, 2),
    ]  # fmt: skip
    offer = as_mentor(cast.ada)
    able(cast.ada, 5)
    mentor = problem.mentors_of([offer], now().date())[0]
    assert mentor.levels == {research.pk: 5}
    goals = next(part for part in problem.explain(mentee, mentor).parts if part.name == "goals")
    assert goals.points > 0


def test_a_mentor_s_level_in_an_own_framework_counts_in_a_round_and_not_in_find(
    as_, crowd, round, ladder, brief
):
    listening, carving, _asking = skills_of(ladder)
    levels.rate(carving, 3, by=crowd.ada)
    sides = sides_of(round)
    people = people_of(round, sides.ready("mentee"), sides.ready("mentor"))
    ada = next(one for one in people.mentors if one.key == crowd.ada.pk)
    ben = next(one for one in people.mentees if one.key == crowd.ben.pk)

    assert ada.levels[carving.pk] == 5
    assert default_skills()[0].pk in {goal.skill for goal in ben.goals}
    found = as_(crowd.ben).get(reverse("search.index")).text
    assert "Carving" not in found.replace("Carving is", "")
    assert listening.pk not in ada.levels
