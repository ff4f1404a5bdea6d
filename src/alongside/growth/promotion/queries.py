"""The case for a role: which of its skills confirmed evidence carries, and what is missing in the others."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from django.db.models import Prefetch

from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.growth.confirming.models import Confirmation
from alongside.growth.evidence.models import Evidence
from alongside.growth.frameworks.queries import skills_here, targets_of
from alongside.growth.skills.models import Skill

ENOUGH = 2
"""Confirmed items at the target that carry a skill."""
MOMENTS = 7
"""How many a case tells: more are not read."""
RECENT = dt.timedelta(days=365)
MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class Ready:
    """One skill of the role: what is confirmed at its target, and what is there but does not count yet."""

    skill: Skill
    target: int
    confirmed: list[Evidence]
    unconfirmed: list[Evidence]
    lower: int
    """Items below the target."""

    @property
    def is_carried(self) -> bool:
        """Whether enough is confirmed."""
        return len(self.confirmed) >= ENOUGH

    @property
    def missing(self) -> int:
        """How many confirmed items are missing."""
        return max(0, ENOUGH - len(self.confirmed))

    @property
    def is_begun(self) -> bool:
        """Whether there is anything at all."""
        return bool(self.confirmed or self.unconfirmed or self.lower)

    @property
    def words(self) -> str:
        """What somebody at the target does, in the framework's words."""
        return str(self.skill.descriptors[self.target - 1])


@dataclass(frozen=True, slots=True)
class Moment:
    """One of the things that a case tells, and who confirmed it."""

    item: Evidence
    who: list[str]


@dataclass(frozen=True, slots=True)
class Case:
    """The whole case."""

    role: str
    rows: list[Ready]
    moments: list[Moment]
    share_of_one: float
    """The part of the confirmed items that rests on one thing, such as one worksheet."""
    newest: dt.date | None

    @property
    def carried(self) -> int:
        """How many skills are carried."""
        return sum(row.is_carried for row in self.rows)

    @property
    def gaps(self) -> list[Ready]:
        """What is not carried yet, what is nearest first."""
        open_rows = [row for row in self.rows if not row.is_carried]
        return sorted(open_rows, key=lambda row: (row.missing, -len(row.unconfirmed), -row.lower))

    @property
    def near(self) -> list[Ready]:
        """The gaps where something is there already."""
        return [row for row in self.gaps if row.is_begun]

    @property
    def far(self) -> list[Ready]:
        """The gaps where nothing is there so far."""
        return [row for row in self.gaps if not row.is_begun]

    @property
    def is_one_sided(self) -> bool:
        """Whether more than half rests on one thing."""
        return self.share_of_one > MOSTLY and bool(self.moments[ENOUGH:])

    def is_old(self, day: dt.date) -> bool:
        """Whether nothing confirmed is from the last year."""
        return self.newest is not None and self.newest < day - RECENT


def case_for(person: Person, role: str, organisation: Organisation | None) -> Case:
    """The case of a person for a role, in four queries."""
    skills = skills_here(organisation)
    targets = targets_of(skills, organisation)
    items = _items(person)
    wanted = [(skill, target) for skill in skills if (target := targets[skill.key].get(role))]
    rows = [_ready(skill, target, items.get(skill.pk, [])) for skill, target in wanted]
    confirmed = [item for row in rows for item in row.confirmed]
    newest = max((item.day for item in confirmed), default=None)
    return Case(role, rows, _moments(rows), _share_of_one(confirmed), newest)


def _items(person: Person) -> dict[int, list[Evidence]]:
    words = Prefetch(
        "confirmations", queryset=Confirmation.objects.visible_to(person).select_related("mentor")
    )
    rows = Evidence.objects.visible_to(person).for_list().order_by("skill_id", "-day", "-pk")
    found = rows.prefetch_related(words)
    return {skill: list(each) for skill, each in groupby(found, lambda one: one.skill_id)}


def _ready(skill: Skill, target: int, items: list[Evidence]) -> Ready:
    enough = [item for item in items if item.level >= target]
    confirmed = [item for item in enough if item.confirmed_at]
    return Ready(
        skill, target, confirmed, [item for item in enough if not item.confirmed_at], len(items) - len(enough)
    )


def _moments(rows: list[Ready]) -> list[Moment]:
    """The newest confirmed item of each skill first, then the second ones, each thing once."""
    longest = max((len(row.confirmed) for row in rows), default=0)
    ordered = [row.confirmed[at] for at in range(longest) for row in rows if at < len(row.confirmed)]
    chosen: dict[tuple[str, str], Evidence] = {}
    for item in ordered:
        chosen.setdefault(_thing(item), item)
    said = {item.pk: [one.who for one in item.confirmations.all() if one.stands] for item in chosen.values()}
    return [Moment(item, said[item.pk]) for item in list(chosen.values())[:MOMENTS]]


def _share_of_one(items: list[Evidence]) -> float:
    counted = Counter(map(_thing, items))
    return max(counted.values()) / len(items) if items else 0.0


def _thing(item: Evidence) -> tuple[str, str]:
    """What an item rests on: the same worksheet may show two skills."""
    return (item.source, item.source_code or item.code)
