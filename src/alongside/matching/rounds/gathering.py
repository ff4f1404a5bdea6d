"""From the people of a programme to what a round is decided from: their snapshot, and the rules that hold."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from django.db.models import Max, Q, prefetch_related_objects
from django.db.models.expressions import RawSQL

from alongside.accounts.blocks.models import Block
from alongside.accounts.memberships.models import Membership
from alongside.growth.skills.counting import Codes
from alongside.growth.skills.queries import codes_of, counted_levels_of
from alongside.kit.clock import now
from alongside.matching import problem
from alongside.matching.problem import Known, Mentee, Mentor
from alongside.mentoring.mentorships.models import Participant
from alongside.people.availability.queries import masks
from alongside.people.careers.models import Position
from alongside.programmes.participations.models import Side

from .models import Round, Snapshot
from .ready import Sides, Standing

PAIRS_APART = ["declined", "lapsed"]
"""States of proposals whose two people are not brought together a second time in a round."""


def snapshot_of(round: Round, mentees: Sequence[Standing], mentors: Sequence[Standing]) -> Snapshot:
    """Keep these people as they are now."""
    people = people_of(round, mentees, mentors)
    text = problem.text_of(people.mentees, people.mentors)
    return Snapshot.objects.create(
        round=round,
        content=text,
        digest=problem.digest_of(text),
        engine=problem.ENGINE,
        mentees=len(mentees),
        mentors=len(mentors),
    )


def people_of(round: Round, mentees: Sequence[Standing], mentors: Sequence[Standing]) -> problem.People:
    """These people as they are now; nothing is kept."""
    on = now().date()
    where = problem.belonging([one.person.pk for one in [*mentees, *mentors]])
    both = _Both(round, mentees, mentors, where)
    return problem.People(tuple(both.mentees(on)), tuple(both.mentors(on)))


def everybody(round: Round, sides: Sides) -> Snapshot:
    """Keep everybody who is ready."""
    return snapshot_of(round, sides.ready(Side.MENTEE), sides.ready(Side.MENTOR))


class _Both:
    """Both sides, with what is read for all of them at once."""

    def __init__(
        self,
        round: Round,
        mentees: Sequence[Standing],
        mentors: Sequence[Standing],
        where: problem.Belonging,
    ) -> None:
        self.round, self.sides, self.where = round, (mentees, mentors), where
        ids = [one.person.pk for one in [*mentees, *mentors]]
        self.rungs = _rungs(ids)
        self.levels = counted_levels_of(ids, round.programme.organisation_id)
        self.codes: Codes = {}
        self.blocked = _blocked(ids)
        self.teams = _teams(round, [one.person.pk for one in mentees])
        self.waits = _waits(round, [one.person.pk for one in mentees])

    def mentees(self, on: dt.date) -> list[Mentee]:
        rows = self.sides[0]
        prefetch_related_objects([one.brief for one in rows if one.brief], "goal_skills")
        goals = {goal.skill_id for one in rows if one.brief for goal in one.brief.goal_skills.all()}
        self.codes = codes_of(goals)
        levels = self.levels
        weeks = masks([one.person for one in rows], on)
        return [self._mentee(one, levels[one.person.pk], weeks[one.person.pk] or None) for one in rows]

    def _mentee(self, one: Standing, levels: dict[int, int], free: int | None) -> Mentee:
        assert one.brief is not None  # who is ready has one
        pk = one.person.pk
        known = Known(
            pk=pk,
            levels=levels,
            codes=self.codes,
            free=free,
            companies=self.where.companies.get(pk, ()),
            managers=self.where.managers.get(pk, frozenset()),
            blocked=self.blocked[pk],
        )
        made = problem.mentee_from(one.brief, known)
        return replace(
            made, team=self.teams.get(pk), seniority=self.rungs.get(pk), waiting=self.waits.get(pk, 0)
        )

    def mentors(self, on: dt.date) -> list[Mentor]:
        places = {one.person.pk: one.places for one in self.sides[1]}
        offers = [one.offer for one in self.sides[1] if one.offer]
        made = problem.mentors_of(offers, on, self.where, self.levels)
        return [
            replace(one, capacity=places[pk], taken=0, seniority=self.rungs.get(pk))
            for one in made
            for pk in [int(str(one.key))]
        ]


def _rungs(ids: Collection[int]) -> dict[int, int]:
    """The rung of each person's highest position."""
    rows = Position.objects.filter(person__in=ids, level__isnull=False).values("person")
    return dict(rows.annotate(rung=Max("level")).values_list("person", "rung"))


def _blocked(ids: Collection[int]) -> dict[int, frozenset[int]]:
    """Whom each must never meet, either way; only people of the round are named."""
    found: dict[int, set[int]] = defaultdict(set)
    for one, other in Block.objects.filter(person__in=ids, other__in=ids).values_list("person", "other"):
        found[one].add(other)
        found[other].add(one)
    return defaultdict(frozenset, {pk: frozenset(others) for pk, others in found.items()})


def _teams(round: Round, ids: Collection[int]) -> dict[int, str]:
    here = Membership.objects.filter(
        organisation=round.programme.organisation_id, left_at=None, person__in=ids
    )
    return dict(here.exclude(team="").values_list("person_id", "team"))


def _waits(round: Round, ids: Collection[int]) -> dict[int, int]:
    """Days for which somebody has waited in a round of this programme."""
    rows = round.programme.rounds.filter(waiting__person__in=ids, waiting__ended_at=None)
    since = rows.values_list("waiting__person", "waiting__created_at")
    return {person: max(0, (now() - moment).days) for person, moment in since}


def rules_of(round: Round, mentees: Collection[int], mentors: Collection[int]) -> dict[str, Any]:
    """The rules of a round with every pair that must be or must never be, among these people."""
    apart = _apart(round)
    pins = list(round.pins.all())
    must = {(pin.mentee_id, pin.mentor_id) for pin in pins if pin.kind != "forbid"} - apart
    never = {(pin.mentee_id, pin.mentor_id) for pin in pins if pin.kind == "forbid"}
    never |= apart | _together(mentees, mentors)
    here = {"must": must, "never": never}
    among = {
        name: sorted([one, other] for one, other in pairs if one in mentees and other in mentors)
        for name, pairs in here.items()
    }
    return {**round.rules, **among}


def _apart(round: Round) -> set[tuple[int, int]]:
    """Those who were brought together in this round and did not come to be a pair."""
    return set(round.proposals.filter(state__in=PAIRS_APART).values_list("mentee_id", "mentor_id"))


def _together(mentees: Collection[int], mentors: Collection[int]) -> set[tuple[int, int]]:
    """Those who are in a mentorship together already."""
    rows = Participant.objects.filter(
        Q(person__in=_listed(mentees), side=Side.MENTEE) | Q(person__in=_listed(mentors), side=Side.MENTOR),
        mentorship__ended_at=None,
    ).values_list("mentorship_id", "person_id", "side")
    people: dict[int, dict[str, int]] = defaultdict(dict)
    for mentorship, person, side in rows:
        people[mentorship][side] = person
    return {(one["mentee"], one["mentor"]) for one in people.values() if len(one) == 2}


def _listed(people: Collection[int]) -> RawSQL:
    """Very many numbers as one parameter: as many parameters would cost more than the answer."""
    return RawSQL("SELECT unnest(%s::bigint[])", [list(people)])


def rankings_of(round: Round) -> dict[str, dict[int, list[int]]]:
    """Whom people ranked, most wanted first: {"mentee": {person: [others]}, "mentor": {…}}."""
    found: dict[str, dict[int, list[int]]] = {Side.MENTEE.value: {}, Side.MENTOR.value: {}}
    rows = round.rankings.order_by("side", "person", "place").values_list("side", "person_id", "other_id")
    for side, person, other in rows:
        found[side].setdefault(person, []).append(other)
    return found
