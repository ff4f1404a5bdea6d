"""Who searches: everything about them that a search needs, in one query."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import Func, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from alongside.accounts.blocks.models import Block
from alongside.accounts.memberships.models import Membership
from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.growth.skills.counting import Codes, best_of_scale, counted
from alongside.growth.skills.models import Skill, SkillLevel
from alongside.people.availability.models import Window
from alongside.people.availability.week import Opening, mask_of

from .briefs.models import BriefSkill
from .marks.models import Mark

SOMEBODY = -1
"""Stands in the statement for the person whom it is run for."""


@dataclass(frozen=True, slots=True)
class Seeker:
    """A person as a search sees them."""

    pk: int
    zone: ZoneInfo
    levels: Mapping[int, int]
    """By what a skill counts as, on the scale of the default framework."""
    codes: Codes
    """What each skill of another framework that they speak of counts as."""
    openings: tuple[Opening, ...]
    companies: tuple[int, ...]
    communities: tuple[int, ...]
    managers: frozenset[int]
    blocked: frozenset[int]
    """Either way."""
    saved: frozenset[int]
    hidden: frozenset[int]

    def week(self, on: dt.date) -> int:
        """The free half-hours of the week around ``on``."""
        return mask_of(self.openings, self.zone, on)


def seeker_of(person: Person) -> Seeker:
    """Read all of it."""
    row = _row(person.pk)
    homes = row["its_homes"]
    codes = {one["skill"]: (one["code"] or one["skill"], one["best"]) for one in row["its_codes"]}
    return Seeker(
        pk=person.pk,
        zone=ZoneInfo(person.timezone),
        levels=counted(((one["skill"], one["level"]) for one in row["its_levels"]), codes),
        codes=codes,
        openings=tuple(_opening(one) for one in row["its_windows"]),
        companies=tuple(one["pk"] for one in homes if one["kind"] == Organisation.Kind.COMPANY),
        communities=tuple(one["pk"] for one in homes if one["kind"] == Organisation.Kind.COMMUNITY),
        managers=frozenset(one["manager"] for one in homes if one["manager"]),
        blocked=frozenset(end for one in row["its_blocks"] for end in one.values()) - {person.pk},
        saved=_marked(row["its_marks"], Mark.Kind.SAVED),
        hidden=_marked(row["its_marks"], Mark.Kind.HIDDEN),
    )


def _row(pk: int) -> dict[str, list[dict[str, Any]]]:  # Any: numbers, words and times as text
    """Run the statement, whose making costs more than its running."""
    names, statement, parameters = _statement()
    with connection.cursor() as cursor:
        cursor.execute(statement, [pk if one == SOMEBODY else one for one in parameters])
        row = cursor.fetchone()
    return {name: [json.loads(one) for one in told] for name, told in zip(names, row, strict=True)}


@cache
def _statement() -> tuple[list[str], str, tuple[Any, ...]]:  # Any: parameters of several kinds
    """Put the query together once for this process."""
    columns = _columns()
    query = Person.objects.filter(pk=SOMEBODY).values(**columns).query
    return list(columns), *query.sql_with_params()


def _columns() -> dict[str, ArraySubquery]:
    me = OuterRef("pk")
    blocks = Block.objects.filter(Q(person=me) | Q(other=me))
    homes = Membership.objects.filter(person=me, left_at=None)
    whose = OuterRef(me)  # from two statements further in
    said = Q(pk__in=SkillLevel.objects.filter(person=whose).values("skill"))
    said |= Q(pk__in=BriefSkill.objects.filter(brief__person=whose).values("skill"))
    others = Skill.objects.filter(said, framework__is_default=False)
    return {
        "its_levels": _listed(SkillLevel.objects.filter(person=me), skill="skill_id", level="level"),
        "its_codes": _listed(others, skill="pk", code="counts_as_id", best=best_of_scale()),
        "its_windows": _listed(
            Window.objects.filter(person=me), weekday="weekday", starts="starts", ends="ends"
        ),
        "its_homes": _listed(homes, pk="organisation_id", kind="organisation__kind", manager="manager_id"),
        "its_blocks": _listed(blocks, one="person_id", other="other_id"),
        "its_marks": _listed(Mark.objects.filter(person=me), mentor="mentor_id", kind="kind"),
    }


def _listed(rows: QuerySet[Any], **columns: str | Func) -> ArraySubquery:  # Any: rows of any model
    return ArraySubquery(rows.order_by("pk").values(told=JSONObject(**columns)))


def _opening(told: dict[str, Any]) -> Opening:  # Any: numbers and times as text
    starts, ends = (dt.time.fromisoformat(told[name]) for name in ("starts", "ends"))
    return Opening(told["weekday"], starts, ends)


def _marked(marks: list[dict[str, Any]], kind: str) -> frozenset[int]:  # Any: numbers and words
    return frozenset(one["mentor"] for one in marks if one["kind"] == kind)
