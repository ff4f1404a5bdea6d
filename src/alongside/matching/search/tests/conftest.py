"""Ben seeks; Ada, Cleo and Eve mentor, each found by others."""

from __future__ import annotations

import datetime as dt

import pytest

from alongside.growth.skills.models import SkillLevel
from alongside.growth.skills.queries import default_skills
from alongside.kit.clock import now
from alongside.matching.briefs.models import Brief, BriefSkill
from alongside.matching.conftest import as_mentor
from alongside.matching.search import store
from alongside.people.availability.models import Window
from alongside.people.careers.models import Position, Transition
from alongside.people.profiles.models import Profile


@pytest.fixture(autouse=True)
def fresh_store():
    """Each test has its own rows, so that the columns of another one must go."""
    store.forget()
    yield
    store.forget()


@pytest.fixture
def skills():
    """The skills of the framework by their key."""
    return {skill.key: skill for skill in default_skills()}


@pytest.fixture
def mentors(cast, skills):
    """Ada made the move and is ahead; Cleo is ahead in another skill; Eve is everywhere to be found."""
    for person, level, skill in ((cast.ada, 4, "B3"), (cast.cleo, 4, "A1"), (cast.eve, 3, "B3")):
        as_mentor(person, capacity=2)
        SkillLevel.objects.create(person=person, skill=skills[skill], level=level)
        Window.objects.create(person=person, weekday=1, starts=dt.time(9), ends=dt.time(12))
        Profile.objects.filter(person=person).update(
            languages=["en"], headline=f"{person.name} builds things"
        )
    Profile.objects.filter(person=cast.eve).update(findable_by=["everyone"])
    Position.objects.create(
        person=cast.ada, title="Director", company="Northwind", level=5, industry="fintech"
    )
    Transition.objects.create(person=cast.ada, move="engineer_to_pm", year=2019, stated=True)
    Window.objects.create(person=cast.ben, weekday=1, starts=dt.time(9), ends=dt.time(12))
    return cast


@pytest.fixture
def brief(cast, skills):
    """Ben wants to move from engineering into product, and to prioritise."""
    made = Brief.objects.create(
        person=cast.ben, kind="transition", goal="Become a PM", move="engineer_to_pm", languages=["en"],
        values=[0] * 8, finished_at=now(),
    )  # fmt: skip
    BriefSkill.objects.create(brief=made, skill=skills["B3"], priority=3, target=3)
    return made
