"""The course of a mentorship, as five steps of which one is now."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .queries import Workspace


@dataclass(frozen=True, slots=True)
class Step:
    """One step: done, now, or still to come."""

    name: str | Promise
    state: str


def steps(workspace: Workspace) -> list[Step]:
    """The first step that is not done is now; after the end all are done."""
    ended = not workspace.mentorship.is_running
    every = [
        (_("Begun"), True),
        (_("Agreed"), workspace.agreed.was_in_force),
        (_("Goals set"), any(goal.is_agreed for goal in workspace.goals)),
        (_("Working together"), bool(workspace.goals) and not any(goal.is_open for goal in workspace.goals)),
        (_("Closed"), ended),
    ]
    now = next((place for place, (_name, done) in enumerate(every) if not done), len(every))
    return [Step(name, _state(place, now, done or ended)) for place, (name, done) in enumerate(every)]


def _state(place: int, now: int, done: bool) -> str:
    if done:
        return "done"
    return "now" if place == now else ""
