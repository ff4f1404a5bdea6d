"""The choices beside a search, with their counts, in words."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.people.careers.words import Industry, Move, ProductType, Stage
from alongside.people.profiles.languages import NAMES

from .params import Asked
from .wording import Names

MOST_SHOWN = 9


@dataclass(frozen=True, slots=True)
class Choice:
    """One box to tick."""

    name: str
    value: str
    label: str
    count: int
    on: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Boxes that belong together."""

    title: str | Promise
    choices: list[Choice]


KINDS = {
    "skill": _("Strong in"),
    "transition": _("Has made the move"),
    "industry": _("Industry"),
    "stage": _("Stage of the company"),
    "product_type": _("Type of product"),
    "language": _("Language"),
}


def groups(asked: Asked, counts: dict[str, dict[str, int]], skills: Names) -> list[Group]:
    """Return the groups of choices; those that would leave nobody go, unless they are ticked."""
    where = [
        Choice(
            "where",
            "inside",
            str(_("Inside my organisation")),
            counts["where"]["inside"],
            asked.where == "inside",
        ),
        Choice("where", "outside", str(_("Outside")), counts["where"]["outside"], asked.where == "outside"),
    ]
    switches = [
        Choice("open", "on", str(_("A place is open")), counts["open"]["on"], asked.open_places),
        Choice("vouched", "on", str(_("A vouched record")), counts["vouched"]["on"], asked.vouched),
    ]
    made = [Group(_("Where"), where), Group(_("Only with"), switches)]
    for kind, title in KINDS.items():
        choices = _choices(kind, asked, counts[kind], skills)
        if choices:
            made.append(Group(title, choices))
    return made


def _choices(kind: str, asked: Asked, counts: dict[str, int], skills: Names) -> list[Choice]:
    ticked = asked.marks.get(kind, ())
    useful = [value for value, count in counts.items() if count or value in ticked]
    best = sorted(useful, key=lambda value: (value not in ticked, -counts[value], value))[:MOST_SHOWN]
    return [
        Choice(kind, value, label_of(kind, value, skills), counts[value], value in ticked) for value in best
    ]


def label_of(kind: str, value: str, skills: Names) -> str:
    """Return a mark in words."""
    if kind == "skill":
        return skills.get(int(value), value) if value.isdigit() else value
    if kind == "language":
        return str(NAMES.get(value, value))
    known = {"industry": Industry, "stage": Stage, "transition": Move, "product_type": ProductType}[kind]
    return str(known(value).label) if value in known.values else value
