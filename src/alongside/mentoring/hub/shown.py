"""What the workspace shows to this reader."""

from __future__ import annotations

from typing import Any

from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.mentoring.goals.levels import named
from alongside.mentoring.goals.models import Goal
from alongside.mentoring.mentorships.queries import ended_lately, names

from .queries import Workspace
from .steps import steps
from .words import WORDS


def page_of(workspace: Workspace, reader: Person) -> dict[str, Any]:
    """The page, as this reader sees it."""
    others = [one for one in (*workspace.mentors, *workspace.mentees) if one != reader]
    unprepared = workspace.unprepared
    return {
        "space": workspace,
        "mentorship": workspace.mentorship,
        "others": others,
        "other_names": names(others),
        "steps": steps(workspace),
        "reader_prepares": reader in unprepared,
        "waited_names": names(waited := [one for one in unprepared if one != reader]),
        "waited_count": len(waited),
        "goals": [_goal(goal) for goal in workspace.goals],
        "accepts": reader in workspace.agreed.waiting_for,
        "accept_names": names([one for one in workspace.agreed.waiting_for if one != reader]),
        "is_mentee": reader in workspace.mentees,
        "ended_lately": ended_lately(workspace.mentorship),
        "other_zone": others[0].timezone if len(others) == 1 else "",
    }


def happened(events: list[Event]) -> list[tuple[Event, str]]:
    """What happened last, in words; never what was written."""
    return [(event, str(WORDS[event.verb])) for event in events]


def _goal(goal: Goal) -> dict[str, Any]:
    told = goal.told if goal.score is None else goal.score  # type: ignore[attr-defined]  # annotated by the query
    return {"goal": goal, "level": told, "name": named(told), "part": 0 if told is None else (told + 2) * 25}
