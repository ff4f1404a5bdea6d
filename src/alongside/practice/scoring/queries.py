"""Reading a round: who is done, what each said, and how it was settled."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from alongside.accounts.persons.models import Person
from alongside.practice.tools.tool import Cell
from alongside.practice.worksheets.entry import shown
from alongside.practice.worksheets.models import Worksheet
from alongside.practice.worksheets.writing import content_of, tool_for

from .gaps import Gap, Judged, gaps
from .models import ScoringRound


def latest(worksheet: Worksheet) -> ScoringRound | None:
    """The round that is under way, or else the last one."""
    found = worksheet.rounds.first()
    if found:
        found.worksheet = worksheet
    return found


def scorers(scoring: ScoringRound) -> list[Person]:
    """The people who judge: all of the mentorship."""
    shared = scoring.worksheet.mentorship
    return [one.person for one in shared.participants.all()] if shared else []


def waiting_for(scoring: ScoringRound) -> list[Person]:
    """Who has not finished."""
    done = set(scoring.judgements.exclude(done_at=None).values_list("person_id", flat=True))
    return [person for person in scorers(scoring) if person.pk not in done]


def all_done(scoring: ScoringRound) -> bool:
    """Whether everybody has finished, which opens what each said."""
    return bool(scorers(scoring)) and not waiting_for(scoring)


def own(scoring: ScoringRound, person: Person) -> Judged:
    """What a person has said so far."""
    judgement = scoring.judgements.filter(person=person).select_related("person").first()
    return json.loads(judgement.cells) if judgement else {}


def differences(scoring: ScoringRound) -> list[Gap]:
    """Where they differ, the largest first; nothing before all are done, and nothing of people of another pair."""
    if not (scoring.settled_at or all_done(scoring)):
        return []
    finished = scoring.judgements.exclude(done_at=None).select_related("person")
    if here := scorers(scoring):
        finished = finished.filter(person__in=here)
    judged: dict[str, Judged] = {}
    for one in finished:
        judged[_apart(one.person.name, judged)] = json.loads(one.cells)
    sheet = content_of(scoring.worksheet, scoring.version).sheet
    return gaps(tool_for(scoring.worksheet).called(sheet), sheet, judged)


def _apart(name: str, taken: Collection[str]) -> str:
    """The name, or with a number behind it where somebody of the same name has scored too."""
    every = [name, *(f"{name} ({number})" for number in range(2, len(taken) + 2))]
    return next(one for one in every if one not in taken)


def settled(scoring: ScoringRound, found: list[Gap]) -> list[dict[str, Any]]:
    """For each cell what was agreed, who moved, and why."""
    told = json.loads(scoring.settled)
    rows = []
    for gap in found:
        agreed: Cell = told["agreed"].get(gap.row.key, {}).get(gap.column.key)
        if agreed not in (None, ""):
            moved = [name for name, value in gap.values.items() if value != agreed]
            why = told["why"].get(gap.field, "")
            rows.append({"gap": gap, "agreed": shown(gap.column, agreed), "moved": moved, "why": why})
    return rows
