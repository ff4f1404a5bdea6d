"""How groups of mentees fare; of one that is too small nothing is said but that it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from alongside.matching import problem
from alongside.matching.problem import Worked
from alongside.programmes.participations.models import Side

from .working import Studio

Rows = list[dict[str, str]]


def groups(studio: Studio, worked: Worked) -> list[tuple[str, Rows]]:
    """Sides, teams, rungs, and the groups to which mentees said to belong, each with its rows."""
    found = studio.balance(worked)
    sides = {"inside": _("Inside"), "outside": _("Outside")}
    return [
        (_("Inside and outside one's organisation"), _rows(found.sides, sides)),
        (_("Teams"), _rows(found.teams)),
        (_("Rungs of the ladder"), _rows(found.rungs)),
        *_said(studio, worked),
    ]


def _said(studio: Studio, worked: Worked) -> list[tuple[str, Rows]]:
    """The groups to which mentees said to belong, each beside everybody else."""
    programme = studio.round.programme
    parts = programme.participations.filter(side=Side.MENTEE, person__in=studio.mentees)
    told = list(parts.values_list("person_id", "groups")) if programme.groups else []
    found = []
    for name in programme.groups:
        members = {person for person, groups in told if name in groups}
        within, others = problem.gap(worked, members)
        found.append((name, _rows({0: within, 1: others}, {0: name, 1: _("Everybody else")})))
    return found


def _rows(groups: Mapping[Any, Any], labels: Mapping[Any, str] | None = None) -> Rows:
    """Groups by name; of one that is too small nothing is said but that it is."""
    rows = []
    for name, group in sorted(groups.items(), key=lambda item: str(item[0])):
        shown = group.size is not None
        rows.append(
            {
                "name": (labels or {}).get(name, str(name)),
                "size": str(group.size) if shown else "",
                "matched": str(group.matched) if shown else "",
                "mean": f"{group.mean_fit:.2f}" if shown and group.mean_fit is not None else "",
            }
        )
    return rows
