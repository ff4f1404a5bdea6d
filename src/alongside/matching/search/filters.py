"""The choices beside a search, with their counts, in words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from alongside.people.careers.words import Industry, Move, ProductType, Stage
from alongside.people.profiles.languages import NAMES

from .params import Asked
from .wording import Names

MOST_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """One box to tick."""

    name: str
    value: str
    label: str
    count: int
    on: bool
    box: str = "checkbox"

    @property
    def ident(self) -> str:
        """The same in every answer, so that the focus stays where it was."""
        return f"{self.name}-{self.value}"


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
    made = [Group(_("Where"), _where(asked, counts["where"])), Group(_("Only"), _switches(asked, counts))]
    for kind, title in KINDS.items():
        choices = _choices(kind, asked, counts[kind], skills)
        if choices:
            made.append(Group(title, choices))
    return made


def _where(asked: Asked, counts: dict[str, int]) -> list[Choice]:
    labels = {"": _("Anywhere"), "inside": _("Inside my organisation"), "outside": _("Outside")}
    counts = {"": sum(counts.values()), **counts}
    return [
        Choice("where", value, str(label), counts[value], asked.where == value, "radio")
        for value, label in labels.items()
    ]


def _switches(asked: Asked, counts: dict[str, dict[str, int]]) -> list[Choice]:
    switches = [
        ("open", _("A place is open"), asked.open_places),
        ("overlap", _("Free when I am"), asked.overlap),
        ("vouched", _("A vouched record"), asked.vouched),
        ("saved", _("Saved by me"), asked.saved),
    ]
    return [
        Choice(name, "on", str(label), counts[name]["on"], on)
        for name, label, on in switches
        if name in counts
    ]


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
    return _word_for(kind, value, get_language())


@lru_cache(maxsize=1024)
def _word_for(kind: str, value: str, _language: str | None) -> str:
    """The same few dozen words stand beside every search."""
    if kind == "language":
        return str(NAMES.get(value, value))
    known = {"industry": Industry, "stage": Stage, "transition": Move, "product_type": ProductType}[kind]
    return str(known(value).label) if value in known.values else value
