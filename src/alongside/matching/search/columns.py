"""Mentors as columns: places are the same in every one of them."""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from django.utils.safestring import SafeString
from numpy.typing import NDArray

from alongside.growth.skills.models import Skill
from alongside.matching import problem
from alongside.matching.problem import Explanation, Mentee, Mentor, Pool, Scores
from alongside.matching.seekers import Seeker
from alongside.people.offers.models import Offer
from alongside.people.profiles.models import Findable
from alongside.people.vouching.queries import vouched

from .changes import Watch
from .wording import Told

Mask = NDArray[np.bool_]
Places = NDArray[np.int64]
KINDS = ("skill", "industry", "stage", "transition", "product_type", "language")
STRONG = 3
"""From this level on a skill can be searched for."""
MOST_SCORED = 32


@dataclass(frozen=True, slots=True)
class MentorRow:
    """What is known of one mentor."""

    mentor: Mentor
    findable_by: frozenset[str]
    homes: tuple[int, ...]
    """Companies and communities."""
    vouched: bool
    joined: int
    called: tuple[bool, str]
    """For the order by name: whoever stays back comes after the others, in no order."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One mentee against everybody: the fit, the places from the best to the worst, and what was told of it."""

    scores: Scores | None
    order: Places
    explained: dict[int, Explanation] = field(default_factory=dict)
    worded: dict[tuple[int, str], Told] = field(default_factory=dict)
    drawn: dict[Hashable, SafeString] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Store:
    """The columns, and what was worked out from them lately."""

    on: dt.date
    watch: Watch
    rows: dict[int, MentorRow]
    skills: Mapping[int, str]
    ids: Places
    pool: Pool
    facets: dict[str, dict[str, Mask]]
    open_to: dict[str, Mask]
    members: dict[int, Places]
    places: Places
    vouched: Mask
    joined: Places
    alphabet: Places
    scored: OrderedDict[tuple[int, Mentee | None], Scored] = field(default_factory=OrderedDict)

    def __len__(self) -> int:
        return len(self.ids)

    def key(self, place: int) -> int:
        """The number of the person at a place."""
        return int(self.ids[place])

    def is_vouched(self, place: int) -> bool:
        """Whether the mentor at a place has a vouched record."""
        return bool(self.vouched[place])

    def mentor(self, place: int) -> Mentor:
        """The mentor at a place."""
        return self.rows[int(self.ids[place])].mentor

    def has(self, kind: str, value: str) -> Mask:
        """Which mentors carry a mark."""
        return self.facets[kind].get(value, self.none())

    def none(self) -> Mask:
        """A mask that holds nobody."""
        return np.zeros(len(self), dtype=bool)

    def those(self, people: Iterable[int]) -> Mask:
        """Which mentors are among these people."""
        return np.isin(self.ids, np.fromiter(people, dtype=np.int64))

    def belonging_to(self, organisations: Iterable[int]) -> Mask:
        """Which mentors belong to any of these organisations."""
        mask = self.none()
        for organisation in organisations:
            mask[self.members.get(organisation, [])] = True
        return mask

    def findable_by(self, seeker: Seeker) -> Mask:
        """Which mentors chose to be found by people like this one; ``profiles.findable`` in columns."""
        company = self.open_to[Findable.COMPANIES] & self.belonging_to(seeker.companies)
        community = self.open_to[Findable.COMMUNITIES] & self.belonging_to(seeker.communities)
        found: Mask = self.open_to[Findable.EVERYONE] | company | community
        return found & ~self.those([seeker.pk, *seeker.blocked])

    def score(self, mentee: Mentee | None, seed: int) -> Scored:
        """The fit of one mentee with everybody, kept for the next page; without a mentee all are equal."""
        known = self.scored.get((seed, mentee))
        if known is None:
            scores = problem.score(mentee, self.pool) if mentee and len(self) else None
            totals = scores.total if scores else np.zeros(len(self), dtype=np.int32)
            known = Scored(scores, problem.in_order(totals, self.ids.tolist(), seed))
            self.scored[(seed, mentee)] = known
            while len(self.scored) > MOST_SCORED:
                self.scored.popitem(last=False)
        return known


def names() -> dict[int, str]:
    """The names of all skills by their number."""
    return dict(Skill.objects.values_list("pk", "name"))


def read(on: dt.date, people: set[int] | None = None) -> dict[int, MentorRow]:
    """Read the mentors among these people, or all there are, in eight queries."""
    offers = Offer.objects.open_on(on).filter(
        person__is_active=True, person__agreed_conduct_at__isnull=False, person__profile__isnull=False
    )
    if people is not None:
        offers = offers.filter(person__in=people)
    listed = list(offers.select_related("person__profile"))
    where = problem.belonging(offer.person_id for offer in listed)
    mentors = problem.mentors_of(listed, on, where)
    confirmed = vouched(offer.person_id for offer in listed)
    return {
        offer.person_id: row_of(offer, mentor, where, vouched=offer.person_id in confirmed)
        for offer, mentor in zip(listed, mentors, strict=True)
    }


def row_of(offer: Offer, mentor: Mentor, where: problem.Belonging, *, vouched: bool) -> MentorRow:
    """What is known of the mentor behind an offer."""
    profile, person = offer.person.profile, offer.person_id
    light = profile.identity_light
    return MentorRow(
        mentor=mentor,
        findable_by=frozenset(profile.findable_by),
        homes=(*where.companies.get(person, ()), *where.communities.get(person, ())),
        vouched=vouched,
        joined=int(offer.created_at.timestamp()),
        called=(light, "" if light else offer.person.name.casefold()),
    )


def assemble(rows: dict[int, MentorRow], skills: Mapping[int, str], on: dt.date, watch: Watch) -> Store:
    """Build the columns."""
    people = list(rows.values())
    mentors = [row.mentor for row in people]
    return Store(
        on=on,
        watch=watch,
        rows=rows,
        skills=skills,
        ids=np.fromiter(rows, dtype=np.int64, count=len(rows)),
        pool=problem.pool_of(mentors),
        facets=_facets(mentors),
        open_to={
            who: np.array([who in row.findable_by for row in people], dtype=bool) for who in Findable.values
        },
        members=_members(people),
        places=np.array([mentor.places for mentor in mentors], dtype=np.int64),
        vouched=np.array([row.vouched for row in people], dtype=bool),
        joined=np.array([row.joined for row in people], dtype=np.int64),
        alphabet=_ranks([row.called for row in people]),
    )


def _members(people: list[MentorRow]) -> dict[int, Places]:
    members: defaultdict[int, list[int]] = defaultdict(list)
    for place, row in enumerate(people):
        for organisation in row.homes:
            members[organisation].append(place)
    return {organisation: np.array(places, dtype=np.int64) for organisation, places in members.items()}


def _ranks(called: list[tuple[bool, str]]) -> Places:
    rank = {name: place for place, name in enumerate(sorted(set(called)))}
    return np.array([rank[name] for name in called], dtype=np.int64)


def _facets(mentors: list[Mentor]) -> dict[str, dict[str, Mask]]:
    where: dict[str, defaultdict[str, list[int]]] = {kind: defaultdict(list) for kind in KINDS}
    for place, mentor in enumerate(mentors):
        for tag in mentor.tags:
            if tag.kind in where:
                where[tag.kind][tag.value].append(place)
        for skill, level in mentor.levels.items():
            if level >= STRONG:
                where["skill"][str(skill)].append(place)
        for language in mentor.languages:
            where["language"][language].append(place)
    return {
        kind: {value: _mask(places, len(mentors)) for value, places in values.items()}
        for kind, values in where.items()
    }


def _mask(places: list[int], size: int) -> Mask:
    mask = np.zeros(size, dtype=bool)
    mask[places] = True
    return mask
