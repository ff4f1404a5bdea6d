"""One pair looked at closely: why, why not, what would change it, and what each demand would do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.accounts.persons.models import Person
from alongside.kit.errors import Refused
from alongside.matching import problem
from alongside.matching.problem import Asked, Worked
from alongside.matching.search.columns import names

from . import telling
from .asking import Setting
from .comparing import Change, Effect, effect
from .models import Pin
from .shown import Everybody, frame, signed
from .working import Studio

Context = dict[str, Any]  # Any: a template's context
MISSING = 4
"""Shortfalls that are told as what would change it."""
SWAPS = 8
"""Other mentees whose mentor is offered for a swap."""
MOVES = 6


@dataclass(frozen=True, slots=True)
class Demand:
    """What one demand would do, worked out anew; ``refused`` says why it cannot be."""

    kind: str
    label: str
    sentence: str
    moves: list[str]
    refused: bool = False
    swap: tuple[str, str] | None = None
    """The codes of the mentee with whom mentors are swapped, and of their mentor."""


def pair(studio: Studio, setting: Setting, mentee: Person, mentor: Person) -> Context:
    """Everything about two people, together or not."""
    asked = studio.asked(setting)
    worked = studio.worked(asked)
    why = worked.explain(mentee.pk, mentor.pk)
    together = worked.pairs.get(mentee.pk) == mentor.pk
    pins = {one.mentor_id: one for one in studio.round.pins.filter(mentee=mentee)}
    skills = names()
    return frame(studio, setting, "") | {
        "mentee": mentee,
        "mentor": mentor,
        "together": together,
        "total": f"{why.total / 100:.2f}",
        "sure": round(100 * why.confidence),
        "parts": [
            {
                "name": telling.PARTS[part.name](),
                "points": f"{part.points / 100:.2f}",
                "worth": f"{part.worth / 100:g}",
                "part": part,
                "reasons": telling.reasons(part, skills),
                "gaps": telling.gaps(part, skills),
            }
            for part in why.parts
        ],
        "shut": telling.shut(why),
        "change_it": telling.weightiest(why, skills, MISSING),
        "pin": pins.get(mentor.pk),
        "now": _now(worked, mentee, mentor),
        "bound": _bound(worked, mentee, mentor) if not together and not why.closed else "",
        "demands": demands(studio, asked, mentee, mentor) if not pins.get(mentor.pk) else [],
        "swaps": swaps(studio, asked, mentee) if together else [],
    }


def _now(worked: Worked, mentee: Person, mentor: Person) -> dict[str, Any]:  # Any: names and numbers
    """With whom both are in this answer."""
    mine = worked.pairs.get(mentee.pk)
    theirs = [one for one, other in worked.pairs.items() if other == mentor.pk]
    who = Everybody([mine, *theirs])
    return {
        "mine": who.name(mine),
        "mine_code": who.code(mine),
        "mine_fit": f"{worked.fits[mentee.pk] / 100:.2f}" if mine is not None else "",
        "theirs": [(who.name(one), who.code(one), f"{worked.fits[one] / 100:.2f}") for one in theirs],
    }


def _bound(worked: Worked, mentee: Person, mentor: Person) -> str:
    """What the prices say at once, before anything is worked out anew."""
    if not worked.priced:
        return ""
    why = worked.why(mentee.pk, mentor.pk)
    if why.people_lost:
        text = ngettext(
            "By the prices of this answer, %(count)s person fewer would have a mentor.",
            "By the prices of this answer, %(count)s people fewer would have a mentor.",
            why.people_lost,
        )
        return text % {"count": why.people_lost}
    if why.loss_at_least < 0.005:
        return _("By the prices of this answer it costs nothing: it is as good an answer as this one.")
    return _("By the prices of this answer it costs at least %(points)s points of the total.") % {
        "points": f"{why.loss_at_least:.2f}"
    }


def demands(studio: Studio, asked: Asked, mentee: Person, mentor: Person) -> list[Demand]:
    """What can be demanded of two people, each with its effect."""
    pair = (mentee.pk, mentor.pk)
    together = studio.worked(asked).pairs.get(mentee.pk) == mentor.pk
    forbid = (Pin.Kind.FORBID, _("Forbid this pair"), problem.with_rules(asked, never=[pair]))
    if together:
        wanted = [(Pin.Kind.LOCK, _("Lock this pair"), problem.with_rules(asked, must=[pair])), forbid]
    else:
        wanted = [
            (Pin.Kind.PICK, _("Pick this pair by hand"), problem.with_rules(asked, must=[pair])),
            forbid,
        ]
    return [demand(studio, asked, kind, label, changed) for kind, label, changed in wanted]


def swaps(studio: Studio, asked: Asked, mentee: Person) -> list[Demand]:
    """Whose mentor this mentee would be best with, each as a swap with its effect."""
    worked = studio.worked(asked)
    mine = worked.pairs[mentee.pk]
    others: dict[int, int] = {}
    for one, other in worked.pairs.items():
        if other != mine:
            others.setdefault(other, one)
    near = [(mentor, others[mentor]) for mentor, _fit in worked.row(mentee.pk) if mentor in others][:SWAPS]
    possible = [(mentor, one) for mentor, one in near if worked.block([one], [mine])[0][0] >= 0]
    who = Everybody(pk for row in possible for pk in row)
    return [
        demand(
            studio,
            asked,
            "swap",
            _("Swap with %(one)s: %(mentor)s") % {"one": who.name(one), "mentor": who.name(mentor)},
            problem.with_rules(asked, must=[(mentee.pk, mentor), (one, mine)]),
            (who.code(one), who.code(mentor)),
        )
        for mentor, one in possible[:3]
    ]


def demand(
    studio: Studio, asked: Asked, kind: str, label: str, changed: Asked, swap: tuple[str, str] | None = None
) -> Demand:
    """Work a demand out and say what it does, against the same weights and rules without it."""
    try:
        found = effect(studio.worked(asked), studio.worked(changed))
    except Refused as no:
        return Demand(kind, label, str(no.sentence), [], refused=True, swap=swap)
    return Demand(kind, label, sentence(found), moves(found), swap=swap)


def sentence(found: Effect) -> str:
    """An effect in one sentence."""
    if not found.changes:
        return _("Nothing changes: everybody keeps whom they have.")
    told = [_("Total %(by)s points") % {"by": signed(found.total)}]
    if found.people:
        told.append(
            ngettext("%(by)+d person with a mentor", "%(by)+d people with a mentor", abs(found.people))
            % {"by": found.people}
        )
    if found.after.worst != found.before.worst:
        told.append(_("worst-off %(by)s") % {"by": signed(found.after.worst - found.before.worst)})
    count = len(found.changes)
    told.append(ngettext("%(count)s mentee moves", "%(count)s mentees move", count) % {"count": count})
    return " · ".join(told)


def moves(found: Effect) -> list[str]:
    """Who moves, those who lose most first."""
    some: list[Change] = [*found.losses, *found.gains, *(one for one in found.changes if not one.gain)][
        :MOVES
    ]
    who = Everybody(pk for one in some for pk in (one.mentee, one.before, one.after))
    return [
        _("%(who)s: %(before)s → %(after)s (%(by)s)")
        % {
            "who": who.name(one.mentee),
            "before": who.name(one.before),
            "after": who.name(one.after),
            "by": signed(one.gain),
        }
        for one in some
    ]
