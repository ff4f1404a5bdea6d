"""What is wanted and how a skill is practised is known above: ``config/planning.py`` says how to ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from alongside.accounts.persons.models import Person
from alongside.growth.skills.models import Skill


@dataclass(frozen=True, slots=True)
class Wish:
    """A goal skill of the newest brief: 3 matters most, and the level aimed at."""

    priority: int
    target: int


@dataclass(frozen=True, slots=True)
class Practice:
    """A tool or a playbook, with its address."""

    key: str
    name: str
    url: str


WISHES: list[Callable[[Person], dict[int, Wish]]] = []
"""By the skill's number."""
TOOLS: list[Callable[[Skill], list[Practice]]] = []
PLAYBOOKS: list[Callable[[Person, Sequence[Skill]], dict[int, list[Practice]]]] = []
"""By the skill's number."""


def wishes_of(person: Person) -> dict[int, Wish]:
    """What the newest brief wants."""
    return {number: wish for ask in WISHES for number, wish in ask(person).items()}


def tools_for(skill: Skill) -> list[Practice]:
    """The practice tools of a skill."""
    return [one for ask in TOOLS for one in ask(skill)]


def playbooks_for(person: Person, skill: Skill) -> list[Practice]:
    """The playbooks of a skill that the person sees, ours first."""
    return playbooks_of(person, [skill])[skill.pk]


def playbooks_of(person: Person, skills: Sequence[Skill]) -> dict[int, list[Practice]]:
    """Those of several skills, by the skill's number."""
    told = [ask(person, skills) for ask in PLAYBOOKS]
    return {one.pk: [book for by_skill in told for book in by_skill.get(one.pk, [])] for one in skills}
