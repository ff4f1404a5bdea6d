"""Reading briefs."""

from __future__ import annotations

from django.db.models import QuerySet

from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.growth.frameworks.queries import skills_here, with_chosen
from alongside.growth.skills.models import Skill
from alongside.kit.kept import Kept

from .models import Brief


def current(person: Person) -> Brief | None:
    """Return the newest finished brief that is not put away."""
    open_ones = Brief.objects.filter(person=person, closed_at=None, finished_at__isnull=False)
    return open_ones.order_by("-finished_at").first()


def choosable(person: Person) -> list[Brief]:
    """Return the finished briefs among which a search can choose, newest first."""
    briefs = list(_choosable(person.pk))
    for brief in briefs:
        brief.person = person
    return briefs


def choosable_by(person: int) -> QuerySet[Brief]:
    """Return the same of the person with this number, as a query."""
    open_ones = Brief.objects.filter(person=person, closed_at=None, finished_at__isnull=False)
    return open_ones.order_by("-finished_at")


_choosable = Kept(choosable_by)


def initial_of(brief: Brief, key: str, names: list[str]) -> dict[str, object]:
    """Return what was answered so far, in the shape of the step's form."""
    if key == "skills":
        return _skills(brief)
    if key == "values":
        values = brief.values or [0] * len(names)
        return dict(zip(names, values, strict=True))
    return {name: getattr(brief, name) for name in names}


def offered(brief: Brief, organisation: Organisation | None) -> list[Skill]:
    """The skills to choose from: those of the framework in use, and what the brief names already."""
    named = brief.goal_skills.select_related("skill__framework")
    return with_chosen(skills_here(organisation), [row.skill for row in named])


def counting(brief: Brief) -> list[tuple[Skill, Skill | None]]:
    """The goal skills of other frameworks, each with the default skill as which it is compared, if there is one."""
    rows = brief.goal_skills.exclude(skill__framework__is_default=True)
    every = [row.skill for row in rows.select_related("skill__counts_as__framework")]
    return [
        (one, one.counts_as if one.counts_as and one.counts_as.framework.is_default else None)
        for one in every
    ]


def _skills(brief: Brief) -> dict[str, object]:
    initial: dict[str, object] = {}
    for place, row in enumerate(brief.goal_skills.select_related("skill"), start=1):
        initial[f"skill_{place}"] = row.skill.code
        initial[f"target_{place}"] = row.target
    return initial
