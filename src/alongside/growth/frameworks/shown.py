"""What the pages of frameworks show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.growth.skills.models import Framework, Skill
from alongside.growth.skills.queries import areas_of

from . import queries, rules
from .draft import Draft
from .models import Target


@dataclass(frozen=True, slots=True)
class Cell:
    """What one role is expected to have in one skill."""

    level: int | None
    changed: bool


@dataclass(frozen=True, slots=True)
class Expectation:
    """One row of the table: a skill, what it counts as, and its roles."""

    skill: Skill
    counts_as: str
    cells: list[Cell]


def one(
    framework: Framework, person: Person, organisation: Organisation | None
) -> dict[str, Any]:  # Any: a page's
    """Everything of the page of a framework."""
    areas = areas_of(person, framework)
    skills = [rated.skill for area in areas for rated in area.skills]
    own = queries.own_targets(framework, organisation)
    role = queries.role_of(person, framework)
    gaps = queries.gaps_in(areas, own, role) if role else []
    return {
        "framework": framework,
        "rows": list(_rows(framework, skills, own)),
        "changed": bool(own),
        "role": role,
        "gaps": gaps,
        "rated": sum(1 for gap in gaps if gap.level),
        "missing": sum(1 for gap in gaps if gap.missing),
        "versions": queries.versions_of(framework),
        "behind": len(queries.left_behind(person, skills)),
        "organisation": organisation,
        "may_set": may_set(person, organisation),
        "used": used(framework, organisation),
        "may_withdraw": rules.can_withdraw(person, framework),
    }


def used(framework: Framework, organisation: Organisation | None) -> bool:
    """Whether the members of this organisation pick skills of it."""
    if organisation is None:
        return False
    here = queries.framework_here(organisation)
    return framework.is_default if here is None else here == framework


def counts_as(skills: list[Skill]) -> dict[int, str]:
    """The names of the default skills as which some of these are compared, by the number of each."""
    targets = {one.counts_as_id for one in skills if one.counts_as_id}
    rows = (
        Skill.objects.filter(pk__in=targets, framework__is_default=True) if targets else Skill.objects.none()
    )
    names = dict(rows.values_list("pk", "name"))
    return {one.pk: names[one.counts_as_id] for one in skills if one.counts_as_id in names}


def may_set(person: Person, organisation: Organisation | None) -> bool:
    """Whether the person says what this organisation expects."""
    return organisation is not None and rules.can_set_target(person, Target(organisation=organisation))


def _rows(framework: Framework, skills: list[Skill], own: queries.Targets) -> Iterator[Expectation]:
    same = counts_as(skills)
    for skill in skills:
        changed = own.get(skill.key, {})
        levels = skill.role_targets | changed
        cells = [Cell(levels.get(role), role in changed) for role in framework.roles]
        yield Expectation(skill, same.get(skill.pk, ""), cells)


def sketch(draft: Draft) -> tuple[Framework, list[Skill]]:
    """The framework that a file would become; nothing is kept."""
    facts = {
        name: getattr(draft, name)
        for name in ("name", "version", "licence", "attribution", "levels", "roles")
    }
    return Framework(**facts), [Skill(**row) for row in draft.rows()]
