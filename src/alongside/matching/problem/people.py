"""One mentee, one brief, and the mentors whom they may find: rows as the engine asks for them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from django.conf import settings
from numpy.typing import NDArray

import pairing
from alongside.accounts.memberships.models import Membership
from alongside.accounts.organisations.models import Organisation
from alongside.growth.skills.counting import Codes, placed
from alongside.growth.skills.queries import levels_of
from alongside.matching.briefs.models import Brief
from alongside.matching.imprints.models import Imprint
from alongside.matching.replies import Replies, bands
from alongside.matching.seekers import Seeker
from alongside.people.availability.queries import masks
from alongside.people.careers.queries import TrackRecord, track_record
from alongside.people.offers.models import Offer
from alongside.people.profiles.models import Channel
from pairing import (
    Explanation,
    Gap,
    Gate,
    GoalSkill,
    Mentee,
    Mentor,
    Part,
    Pool,
    Reason,
    Scores,
    Tag,
    Weights,
)

from .texts import as_told

__all__ = ["WEIGHTS", "Explanation", "Gap", "Gate", "Mentee", "Mentor", "Part", "Pool", "Reason", "Scores"]

WEIGHTS = Weights()
WANTED = {
    "transition": "move",
    "industry": "industry",
    "stage": "stage",
    "product_type": "product_type",
    "size": "size",
}
"""Kinds of track record, by the column of a brief that asks for them."""
AT_ONE_S_OWN_TIME = {Channel.MAIL, Channel.DOCUMENTS}


@dataclass(frozen=True, slots=True)
class Belonging:
    """Where people belong: their companies and communities, and their managers."""

    companies: Mapping[int, tuple[int, ...]]
    communities: Mapping[int, tuple[int, ...]]
    managers: Mapping[int, frozenset[int]]


def belonging(person_ids: Iterable[int]) -> Belonging:
    """Return where these people belong, in one query."""
    companies: dict[int, list[int]] = defaultdict(list)
    communities: dict[int, list[int]] = defaultdict(list)
    managers: dict[int, set[int]] = defaultdict(set)
    rows = Membership.objects.filter(person__in=list(person_ids), left_at=None)
    for person, organisation, kind, manager in rows.values_list(
        "person_id", "organisation_id", "organisation__kind", "manager_id"
    ):
        (companies if kind == Organisation.Kind.COMPANY else communities)[person].append(organisation)
        if manager:
            managers[person].add(manager)
    return Belonging(
        {person: tuple(ids) for person, ids in companies.items()},
        {person: tuple(ids) for person, ids in communities.items()},
        {person: frozenset(ids) for person, ids in managers.items()},
    )


@dataclass(frozen=True, slots=True)
class Told:
    """What several people told, by their number."""

    records: Mapping[int, TrackRecord]
    levels: Mapping[int, Mapping[int, int]]
    weeks: Mapping[int, int]
    replies: Mapping[int, Replies]
    imprints: Mapping[int, int | None]
    where: Belonging


def mentors_of(
    offers: Sequence[Offer],
    on: dt.date,
    where: Belonging | None = None,
    levels: Mapping[int, Mapping[int, int]] | None = None,
) -> list[Mentor]:
    """Return the mentors behind these offers (with ``person__profile`` loaded), in seven queries.

    Their levels are those that are open to others, unless ``levels`` says more, as among colleagues.
    """
    ids = [offer.person_id for offer in offers]
    weeks = masks([offer.person for offer in offers], on)
    imprints = dict(Imprint.objects.filter(person__in=ids).values_list("person_id", "marks"))
    open_levels = levels_of(ids) if levels is None else levels
    told = Told(track_record(ids), open_levels, weeks, bands(ids), imprints, where or belonging(ids))
    return [mentor_from(offer, told) for offer in offers]


def mentor_from(offer: Offer, told: Told) -> Mentor:
    """Return the mentor behind an offer (with ``person__profile`` loaded) of whom everything else is read."""
    profile, person = offer.person.profile, offer.person_id
    return Mentor(
        key=person,
        levels=dict(told.levels[person].items()),
        values=_values(profile.values),
        tags=tags_of(told.records[person]),
        free=told.weeks[person] or None,
        asynchronous=bool(AT_ONE_S_OWN_TIME & set(profile.channels)),
        languages=tuple(profile.languages),
        cadences=tuple(offer.cadences),
        channels=tuple(profile.channels),
        formats=tuple(offer.formats),
        capacity=offer.capacity,
        taken=offer.taken,
        organisations=told.where.companies.get(person, ()),
        traits=tuple(offer.helps),
        trained=offer.trained_at is not None,
        replies=told.replies.get(person),
        text=as_told(told.imprints.get(person)),
        managers=told.where.managers.get(person, frozenset()),
    )


def tags_of(record: TrackRecord) -> tuple[Tag, ...]:
    """Return a track record as marks that can be wanted."""
    moves = [Tag("transition", move, year) for move, year in record.moves.items()]
    kinds = {
        "industry": record.industries,
        "stage": record.stages,
        "product_type": record.product_types,
        "size": record.sizes,
    }
    return (*moves, *(Tag(kind, value) for kind, values in kinds.items() for value in sorted(values)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the fit needs of the person behind a brief, beside the brief."""

    pk: int
    levels: Mapping[int, int]
    codes: Codes
    free: int | None
    companies: tuple[int, ...]
    managers: frozenset[int]
    blocked: frozenset[int]


def mentee_of(brief: Brief, seeker: Seeker, on: dt.date) -> Mentee:
    """Return the mentee of a brief (with ``goal_skills`` loaded), without a query."""
    known = Known(
        pk=seeker.pk,
        levels=seeker.levels,
        codes=seeker.codes,
        free=seeker.week(on) or None,
        companies=seeker.companies,
        managers=seeker.managers,
        blocked=seeker.blocked,
    )
    return mentee_from(brief, known)


def mentee_from(brief: Brief, known: Known) -> Mentee:
    """Return the mentee of a brief (with ``goal_skills`` loaded) whose other facts are read already."""
    return Mentee(
        key=known.pk,
        goals=_goals(brief, known),
        values=_values(brief.values),
        wanted=tuple(
            Tag(kind, getattr(brief, column)) for kind, column in WANTED.items() if getattr(brief, column)
        ),
        free=known.free,
        asynchronous=bool(AT_ONE_S_OWN_TIME & set(brief.channels)),
        languages=tuple(brief.languages),
        cadence_days=brief.cadence,
        channels=tuple(brief.channels),
        reach=brief.reach,  # type: ignore[arg-type]  # the same three words
        organisations=known.companies,
        wishes=tuple(brief.helps),
        text=as_told(brief.marks) if settings.TEXT_LIKENESS else None,
        complete=brief.finished_at is not None,
        blocked=known.blocked,
        managers=known.managers,
    )


def _goals(brief: Brief, known: Known) -> tuple[GoalSkill, ...]:
    """The goal skills in the one space of codes; of two that count as one, the one that matters more stands."""
    found: dict[int, GoalSkill] = {}
    for row in sorted(brief.goal_skills.all(), key=lambda row: -row.priority):
        code, target = placed(row.skill_id, row.target, known.codes)
        goal = GoalSkill(skill=code, own=known.levels.get(code), target=target, priority=row.priority)
        found.setdefault(code, goal)
    return tuple(found.values())


def explain(mentee: Mentee, mentor: Mentor) -> Explanation:
    """Return every reason and gap of one pair; the parts add up exactly to the total."""
    return pairing.explain_pair(mentee, mentor, WEIGHTS)


def pool_of(mentors: list[Mentor]) -> Pool:
    """Return mentors made ready for scoring; keep it for as long as they stay the same."""
    return pairing.prepare(mentors)


def score(mentee: Mentee, pool: Pool) -> Scores:
    """Return the fit of one mentee with every mentor of the pool."""
    return pairing.score_all(mentee, pool, WEIGHTS)


def different_angle(scores: Scores, shown: list[int]) -> int | None:
    """Return the place of a mentor high on goals and low on sameness, if there is one."""
    return pairing.different_angle(scores, WEIGHTS, shown=shown)


def in_order(totals: Any, keys: Sequence[int], seed: int) -> NDArray[Any]:  # Any: arrays of whole numbers
    """Return places from the best to the worst, equals by lot."""
    return pairing.ranked(totals, keys, seed)


def free_together(pool: Pool, mentee: Mentee) -> NDArray[Any]:  # Any: an array of yes and no
    """Return which mentors of the pool are free in an hour in which the mentee is."""
    free = mentee.free if isinstance(mentee.free, int) else 0
    words = [(free >> (64 * place)) & (2**64 - 1) for place in range(pool.columns.week.shape[1])]
    own = np.array(words, dtype=np.uint64)
    return np.asarray((pool.columns.week & own).any(axis=1))


def _values(kept: list[int] | None) -> tuple[int | None, ...] | None:
    return tuple(kept) if kept and len(kept) == 8 else None
