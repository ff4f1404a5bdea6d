"""The opportunity-solution tree as a tool: columns, checks, picture, example."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from alongside.kit.charts.drawing import Chart
from alongside.kit.charts.tree import tree
from alongside.practice.tools.tool import (
    Caution,
    Column,
    Family,
    Kind,
    Result,
    Row,
    Sheet,
    Tool,
    names,
    rows_of,
)

from .computing import circles

KINDS = (
    ("outcome", lazy("Outcome")),
    ("need", lazy("Need")),
    ("solution", lazy("Solution")),
    ("test", lazy("Assumption test")),
)
ABOVE = {"need": ("outcome", "need"), "solution": ("need",), "test": ("solution",)}
BUILD = re.compile(r"\b(build|add|feature|button)\b", re.IGNORECASE)
MONEY = re.compile(r"\b(revenue|profit|margin|share price|ebit)\b", re.IGNORECASE)
FEWEST_SOLUTIONS, FEWEST_SOURCES = 3, 3
COLUMNS = (
    Column("name", lazy("Name"), needed=True),
    Column("kind", lazy("Kind"), Kind.CHOICE, choices=KINDS),
    Column("under", lazy("Belongs under"), Kind.LINK),
    Column("target", lazy("The need you work on now"), Kind.TICK),
    Column("sources", lazy("Sources"), Kind.NUMBER, lazy("From how many people you heard it"), low=0),
)  # fmt: skip


def compute(sheet: Sheet) -> Result:
    """How many there are of each kind."""
    figures = tuple((label, str(sum(row.text("kind") == key for row in sheet.rows))) for key, label in KINDS)
    return Result((), {row.key: () for row in sheet.rows}, (), figures)


def warn(sheet: Sheet, result: Result) -> Iterator[Caution]:  # noqa: ARG001  the shape of every tool's warnings
    """The rules of the tree, a circle first of all."""
    rows = sheet.rows
    round_ = circles({row.text("name"): row.text("under") for row in rows if row.text("under")})
    if round_:
        yield Caution(
            "circle",
            _("These hang in a circle: %(names)s. Say again what belongs under what.")
            % {"names": ", ".join(sorted(round_)[:4])},
        )
    outcomes = [row for row in rows if row.text("kind") == "outcome"]
    if rows and len(outcomes) != 1:
        yield Caution(
            "outcomes", _("A tree has one outcome; this one has %(count)s.") % {"count": len(outcomes)}
        )
    if any(MONEY.search(row.text("name")) for row in outcomes):
        yield Caution(
            "business_metric",
            _("The team cannot move this number by itself. Which behaviour of customers stands before it?"),
        )
    yield from _needs(sheet)
    yield from _places(sheet)


def _places(sheet: Sheet) -> Iterator[Caution]:
    rows = sheet.rows
    odd = [
        row.key
        for row in rows
        if row.text("under")
        and _kind(sheet, row.text("under")) not in ABOVE.get(row.text("kind"), (None,))
        and row.text("kind") in ABOVE
    ]
    if odd:
        yield Caution(
            "odd_place",
            _(
                "Something hangs in an odd place: %(names)s. Needs belong under the outcome or a need, solutions under needs, tests under solutions."
            )
            % {"names": names(sheet, "name", odd)},
        )
    untested = [row.key for row in rows if row.text("kind") == "solution" and not _under(sheet, row, "test")]
    if untested:
        yield Caution(
            "untested",
            _("No assumption is tested yet: %(names)s.") % {"names": names(sheet, "name", untested)},
        )


def picture(sheet: Sheet, result: Result) -> Chart | None:  # noqa: ARG001  the shape of every tool's picture
    """The tree; what hangs in a circle comes last."""
    keys = {row.text("name"): row.key for row in sheet.rows}
    words = {key: str(label) for key, label in KINDS}
    branches = [
        (row.key, keys.get(row.text("under"), ""), row.text("name") or "–", words.get(row.text("kind"), "–"))
        for row in sheet.rows
    ]
    return (
        tree(_("Outcome, needs, solutions, tests"), branches, head=[_("Name"), _("Kind"), _("Step")])
        if branches
        else None
    )


def _needs(sheet: Sheet) -> Iterator[Caution]:
    needs = [row for row in sheet.rows if row.text("kind") == "need"]
    built = [row.key for row in needs if BUILD.search(row.text("name"))]
    if built:
        yield Caution(
            "solution_as_need",
            _("This need is a solution in disguise: %(names)s.") % {"names": names(sheet, "name", built)},
        )
    narrow = [
        row.key
        for row in needs
        if row.ticked("target") and len(_under(sheet, row, "solution")) < FEWEST_SOLUTIONS
    ]
    if narrow:
        yield Caution(
            "few_solutions",
            _("Fewer than three solutions for %(names)s: you are choosing without a choice.")
            % {"names": names(sheet, "name", narrow)},
        )
    thin = [row.key for row in needs if (row.number("sources") or 0) < FEWEST_SOURCES]
    if thin:
        yield Caution(
            "few_sources",
            _("Heard from fewer than three people: %(names)s.") % {"names": names(sheet, "name", thin)},
        )


def _kind(sheet: Sheet, name: str) -> str:
    return next((row.text("kind") for row in sheet.rows if row.text("name") == name), "")


def _under(sheet: Sheet, row: Row, kind: str) -> list[Row]:
    return [one for one in sheet.rows if one.text("kind") == kind and one.text("under") == row.text("name")]


TOOL = Tool(
    key="opportunity-tree",
    name=lazy("Opportunity-solution tree"),
    family=Family.PLAN,
    purpose=lazy("See how what you build hangs together with the outcome that you want."),
    when=lazy("You hear many needs and have many ideas, and one outcome to reach."),
    method=lazy("Nothing is summed up. The sheet checks that there is one outcome that the team can move, that needs are no solutions, that the need you work on has three solutions, and each solution a test."),
    source=lazy("Teresa Torres"),
    columns=COLUMNS,
    compute=compute,
    warn=warn,
    picture=picture,
    example=Sheet(rows_of(
        tuple(column.key for column in COLUMNS),
        ("More tours end on time", "outcome", "", False, None),
        ("I learn of a jam when I stand in it", "need", "More tours end on time", True, 7),
        ("I do not know which door to ring at", "need", "More tours end on time", False, 4),
        ("Warn ten minutes ahead", "solution", "I learn of a jam when I stand in it", False, None),
        ("Dispatch re-plans by hand", "solution", "I learn of a jam when I stand in it", False, None),
        ("Swap stops with a colleague", "solution", "I learn of a jam when I stand in it", False, None),
        ("Five drivers get warnings by text for a week", "test", "Warn ten minutes ahead", False, None),
    )),
    skills=("A1", "A2", "B4"),
)  # fmt: skip
