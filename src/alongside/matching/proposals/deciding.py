"""From a snapshot to a decision with its drafts; and the same decision again, years later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from alongside.accounts.persons.models import Person
from alongside.kit.errors import Refused
from alongside.matching import problem
from alongside.matching.problem import Asked, Decided
from alongside.matching.rounds.gathering import rankings_of, rules_of
from alongside.matching.rounds.models import Decision, Round, Snapshot
from alongside.matching.rounds.refusing import refused

from .models import Proposal

BATCH = 1000


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be decided: a snapshot, and everything else that the answer follows from."""

    snapshot: Snapshot
    people: problem.People
    asked: Asked
    kind: str = Decision.Kind.ROUND
    scenario_id: int | None = None


def question_of(round: Round, snapshot: Snapshot, kind: str = Decision.Kind.ROUND) -> Question:
    """Put the question of a round, with the pins and rankings of now."""
    people = problem.people_of(snapshot.content)
    mentees = {int(str(one.key)) for one in people.mentees}
    mentors = {int(str(one.key)) for one in people.mentors}
    ranked = rankings_of(round)
    asked = Asked(
        aim=round.decided_by if kind == Decision.Kind.ROUND else "total",
        weights=round.weights,
        rules=rules_of(round, mentees, mentors),
        mentee_rankings=ranked["mentee"],
        mentor_rankings=ranked["mentor"],
        seed=round.seed,
    )
    return Question(snapshot, people, asked, kind)


def answer(question: Question, stop: Callable[[], bool] | None = None) -> Decided:
    """Work it out; what cannot be is refused with a sentence."""
    try:
        return problem.decide(question.people, question.asked, stop=stop)
    except problem.InputError as error:
        raise refused(error) from error


def keep(round: Round, question: Question, decided: Decided, by: Person | None) -> Decision:
    """Keep a decision, and a draft proposal for each of its pairs."""
    asked = question.asked
    decision = Decision.objects.create(
        round=round,
        snapshot=question.snapshot,
        scenario_id=question.scenario_id,
        kind=question.kind,
        aim=asked.aim,
        weights=dict(asked.weights),
        rules=dict(asked.rules),
        rankings={
            "mentee": _text_keys(asked.mentee_rankings),
            "mentor": _text_keys(asked.mentor_rankings),
        },
        seed=asked.seed,
        engine=problem.ENGINE,
        by=by,
        result=decided.kept(),
        digest=decided.digest,
    )
    rows = [
        Proposal(round=round, decision=decision, mentee_id=mentee, mentor_id=mentor, fit=fit, parts=parts)
        for mentee, mentor, fit, parts in decided.pairs
    ]
    Proposal.objects.bulk_create(rows, batch_size=BATCH)
    return decision


def replay(decision: Decision) -> Decided:
    """Decide again from what was kept; the caller compares the digests."""
    snapshot = decision.snapshot
    if not snapshot.is_whole():
        raise Refused("The snapshot is not what it was: its digest does not agree.")
    asked = Asked(
        aim=decision.aim,
        weights=decision.weights,
        rules=decision.rules,
        mentee_rankings=_number_keys(decision.rankings.get("mentee", {})),
        mentor_rankings=_number_keys(decision.rankings.get("mentor", {})),
        seed=decision.seed,
    )
    return problem.decide(problem.people_of(snapshot.content), asked)


def _text_keys(ranked: Any) -> dict[str, list[int]]:  # Any: {person: [others]}
    return {str(person): list(others) for person, others in ranked.items()}


def _number_keys(ranked: dict[str, list[int]]) -> dict[int, list[int]]:
    return {int(person): others for person, others in ranked.items()}
