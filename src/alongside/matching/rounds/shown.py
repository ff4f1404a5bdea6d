"""What the page of a round shows to the coordinators who run it: who is where, never what they wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Avg, Min
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.programmes.participations.models import Side

from .models import Round
from .ready import sides_of

A_PAGE = 50
State = Round.State
Context = dict[str, Any]  # Any: a template's context
STEPS: list[tuple[str, Promise]] = [
    (State.COLLECTING, _("Collect")),
    (State.FROZEN, _("Decide")),
    (State.PROPOSED, _("Second pair of eyes")),
    (State.REVIEWED, _("Publish")),
    (State.INVITING, _("Answers")),
    (State.CLOSED, _("Closed")),
]
ORDER = [state for state, _label in STEPS]


def one(round: Round, number: str) -> Context:
    """A round at the step where it stands."""
    context: Context = {"round": round, "steps": _steps(round), "programme": round.programme}
    return context | PARTS.get(round.state, _after)(round, number)


def _steps(round: Round) -> list[tuple[Promise, str]]:
    """The steps, each with "done", "now" or nothing; a round that was called off has none that is now."""
    at = ORDER.index(round.state) if round.state in ORDER else -1
    return [
        (label, "done" if place < at else "now" if place == at else "")
        for place, (_state, label) in enumerate(STEPS)
    ]


def _collecting(round: Round, number: str) -> Context:
    sides = sides_of(round)
    mentees, mentors = (sides.ready(side) for side in (Side.MENTEE, Side.MENTOR))
    missing = [*sides.missing()]
    return {
        "counts": {
            "mentees": len(mentees), "of_mentees": len(sides.mentees),
            "mentors": len(mentors), "of_mentors": len(sides.mentors),
            "places": sides.places, "expected": round.programme.listed.count(),
        },
        "short": max(0, len(mentees) - sides.places),
        "may_freeze": bool(mentees and mentors),
        "missing": Paginator(missing, A_PAGE).get_page(number),
    }  # fmt: skip


def _drafting(round: Round, number: str) -> Context:
    return _pairs(round, number, ["draft"]) | {
        "run": round.runs.order_by("-pk").first(),
        "snapshot": round.snapshot,
        "unmatched": len(round.decision.result["unmatched"]) if round.decision else 0,
    }


def _answering(round: Round, number: str) -> Context:
    states = Counter(round.proposals.values_list("state", flat=True))
    line = round.waiting.filter(ended_at=None).select_related("person").order_by("created_at", "pk")
    answered = ["invited", "accepted", "declined", "lapsed", "withdrawn"]
    return _pairs(round, number, answered) | {
        "states": dict(states),
        "line": list(line[:A_PAGE]),
        "in_line": line.count(),
    }


def _after(round: Round, number: str) -> Context:
    return _answering(round, number)


def _pairs(round: Round, number: str, states: list[str]) -> Context:
    rows = round.proposals.filter(state__in=states)
    told = rows.aggregate(mean=Avg("fit"), worst=Min("fit"))
    shown = rows.select_related("mentee", "mentor").order_by("mentee__name", "pk")
    return {
        "pairs": Paginator(shown, A_PAGE).get_page(number),
        "mean": round_of(told["mean"]),
        "worst": round_of(told["worst"]),
    }


def round_of(hundredths: float | None) -> str:
    """Hundredths as points with one place."""
    return f"{(hundredths or 0) / 100:.1f}"


PARTS: dict[str, Callable[[Round, str], Context]] = {
    State.COLLECTING: _collecting,
    State.FROZEN: _drafting,
    State.PROPOSED: _drafting,
    State.REVIEWED: _drafting,
    State.INVITING: _answering,
}
