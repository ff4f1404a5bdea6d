"""The people whom somebody would fit best in a round, with the reasons: what they choose their five from."""

from __future__ import annotations

from dataclasses import dataclass

from alongside.accounts.persons.models import Person
from alongside.growth.skills.models import Skill
from alongside.kit.clock import now
from alongside.kit.latest import Latest
from alongside.matching import problem
from alongside.matching.problem import Asked, Problem
from alongside.matching.requests.queries import neutral_name
from alongside.matching.rounds.gathering import people_of, rules_of
from alongside.matching.rounds.models import Round
from alongside.matching.rounds.ready import sides_of
from alongside.matching.search import wording
from alongside.people.profiles.models import Profile
from alongside.programmes.participations.models import Side

from .models import Ranking

SHORT = 12
FRESH = 300
"""Seconds for which the people of a round are taken to be as they were."""
ROUNDS: Latest[Problem] = Latest(4)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody to choose, as the reader may see them; ``reasons`` and ``gaps`` are told to mentees only."""

    person: Person
    name: str
    headline: str
    fit: str
    reasons: list[str]
    gaps: list[str]


def chosen(round: Round, person: Person, side: str) -> list[Person]:
    """Whom somebody has ranked so far, most wanted first."""
    rows = Ranking.objects.visible_to(person).filter(round=round, person=person, side=side)
    return [one.other for one in rows.select_related("other").order_by("place")]


def open_to(round: Round, person: Person, side: str) -> set[int]:
    """Everybody with whom somebody could be brought together in this round; empty while they are not ready."""
    return {other for other, _fit in _row(_people(round, person), person.pk, side)}


def shortlist(round: Round, person: Person, side: str) -> list[Candidate] | None:
    """The dozen who fit best and those who are ranked already, the best first; None while one is not ready."""
    asked = _people(round, person)
    if person.pk not in (asked.columns.row if side == Side.MENTEE else asked.pool.columns.row):
        return None
    row = _row(asked, person.pk, side)
    ranked = {one.pk for one in chosen(round, person, side)}
    few = dict(row[:SHORT]) | {other: fit for other, fit in row if other in ranked}
    people = Person.objects.filter(pk__in=few).select_related("profile").prefetch_related("positions")
    known = {one.pk: one for one in people}
    told = _told(asked, person.pk, list(few)) if side == Side.MENTEE else {}
    return [
        _candidate(known[other], fit, told.get(other, wording.NOTHING))
        for other, fit in few.items()
        if other in known
    ]


def _told(asked: Problem, mentee: int, mentors: list[int]) -> dict[int, wording.Told]:
    """Why each of these mentors, in words. What a mentee said of themself is not told to mentors."""
    why = {other: asked.explain(mentee, other) for other in mentors}
    skills = dict(Skill.objects.values_list("pk", "name"))
    return {other: wording.told(one, skills) for other, one in why.items()}


def _people(round: Round, person: Person) -> Problem:
    """Everybody who is ready, as they were a few minutes ago at most, or now if this person was not."""
    key = (round.pk, tuple(sorted(round.weights.items())), now().timestamp() // FRESH)
    kept = ROUNDS.get(key, lambda: _read(round))
    if person.pk in kept.columns.row or person.pk in kept.pool.columns.row:
        return kept
    ROUNDS.drop(key)
    return ROUNDS.get(key, lambda: _read(round))


def _read(round: Round) -> Problem:
    sides = sides_of(round)
    people = people_of(round, sides.ready(Side.MENTEE), sides.ready(Side.MENTOR))
    rules = rules_of(round, {_pk(one) for one in people.mentees}, {_pk(one) for one in people.mentors})
    return problem.problem_of(people, Asked(weights=round.weights, rules=rules | {"must": []}))


def _pk(one: problem.Mentee | problem.Mentor) -> int:
    return int(str(one.key))


def _row(asked: Problem, person: int, side: str) -> list[tuple[int, int]]:
    """Everybody open to one person with the fit in hundredths, the best first."""
    columns = asked.columns if side == Side.MENTEE else asked.pool.columns
    if person not in columns.row:
        return []
    return problem.row(asked, person) if side == Side.MENTEE else problem.column(asked, person)


def _candidate(person: Person, fit: int, told: wording.Told) -> Candidate:
    profile: Profile | None = getattr(person, "profile", None)
    light = profile is not None and profile.identity_light
    name = neutral_name(person) if light else person.name
    headline = profile.headline if profile is not None and not light else ""
    return Candidate(person, name, headline, f"{fit / 100:.0f}", told.reasons, told.gaps)
