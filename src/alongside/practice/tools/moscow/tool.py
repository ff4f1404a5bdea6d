"""MoSCoW as a tool: columns, warnings, picture, example."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django_stubs_ext import StrOrPromise

from alongside.kit.charts.drawing import Chart
from alongside.kit.charts.stacked import stacked
from alongside.practice.tools.tool import (
    Caution,
    Column,
    Family,
    Kind,
    Result,
    Sheet,
    Tool,
    names,
    percent,
    rows_of,
    said,
)

from .computing import COUNTED, effort_by_category, shares

MOST_MUST, LEAST_COULD = 0.6, 0.1
CATEGORIES = (
    ("M", lazy("Must")), ("S", lazy("Should")), ("C", lazy("Could")), ("W", lazy("Won’t, this time")),
)  # fmt: skip
ASSURED = ("accurate", "known", "performing", "low_risk")
COLUMNS = (
    Column("item", lazy("Item"), needed=True),
    Column("effort", lazy("Effort"), Kind.NUMBER, lazy("Days or points, the same for all"), low=0, apart=True),
    Column("category", lazy("Category"), Kind.CHOICE, choices=CATEGORIES, apart=True),
    Column("reason", lazy("Reason"), Kind.TEXT, lazy("For a must: what makes the release pointless, illegal, unsafe or not viable without it")),
)  # fmt: skip
SETTINGS = (
    Column("capacity", lazy("Capacity of the time-box"), Kind.NUMBER, lazy("In the unit of the efforts"), low=0),
    Column("level", lazy("Level"), Kind.CHOICE, choices=(("project", lazy("Project")), ("increment", lazy("Increment")), ("timebox", lazy("Time-box")))),
    Column("ended", lazy("The last time-box ended on"), Kind.DATE),
    Column("ordered", lazy("Last put in order on"), Kind.DATE, lazy("When all of you went through the list")),
    Column("accurate", lazy("Our estimates are accurate"), Kind.TICK),
    Column("known", lazy("We know this way of working well"), Kind.TICK),
    Column("performing", lazy("The team performs steadily"), Kind.TICK),
    Column("low_risk", lazy("Little can come from outside"), Kind.TICK),
)  # fmt: skip


def compute(sheet: Sheet) -> Result:
    """Effort and share of each category, and each item's part of the effort."""
    effort = _effort(sheet)
    share, whole = shares(effort), sum(effort.values())
    words = dict(CATEGORIES)
    figures: list[tuple[StrOrPromise, str]] = [
        (words[key], f"{said(effort[key])} · {percent(share[key])}") for key in COUNTED
    ]
    capacity = sheet.number("capacity")
    if capacity is not None:
        figures.append((_("Capacity left"), said(capacity - whole)))
    derived = {row.key: (percent((row.number("effort") or 0) / whole) if whole and row.text("category") in COUNTED else "–",) for row in sheet.rows}  # fmt: skip
    order = sorted(sheet.rows, key=lambda row: "MSCW".find(row.text("category")) % 5)
    ranking = tuple(
        (row.key, float(4 - "MSCW".find(row.text("category")))) for row in order if row.text("category")
    )
    return Result((lazy("Share of the effort"),), derived, ranking, tuple(figures))


def warn(sheet: Sheet, result: Result) -> Iterator[Caution]:  # noqa: ARG001  the shape of every tool's warnings
    """What the guide of DSDM would say about it."""
    effort = _effort(sheet)
    whole = sum(effort.values())
    share = shares(effort)
    sized = any(row.number("effort") for row in sheet.rows)
    if sheet.rows and not sized:
        yield Caution("counted", _("Nothing has an effort yet: ten small musts and one large must look the same when they are counted."))  # fmt: skip
    if share["M"] > MOST_MUST and not all(sheet.ticked(key) for key in ASSURED):
        yield Caution("too_much_must", _("%(share)s of the effort is Must: nothing is left to give when something slips. The guide is 60 %% at most, unless all four assurances in the settings hold.") % {"share": percent(share["M"])})  # fmt: skip
    if whole and share["C"] < LEAST_COULD:
        yield Caution("no_contingency", _("%(share)s of the effort is Could: that is your contingency, and it should be about a fifth.") % {"share": percent(share["C"])})  # fmt: skip
    yield from _capacity(sheet.number("capacity"), effort["M"], whole)
    if sheet.rows and not any(row.text("category") == "W" for row in sheet.rows):
        yield Caution(
            "empty_wont", _("Won’t is empty: say now what will not be in it, or it will be asked for later.")
        )
    yield from _order(sheet.text("ended"), sheet.text("ordered"))
    bare = [row.key for row in sheet.rows if row.text("category") == "M" and not row.text("reason")]
    if bare:
        yield Caution("must_without_reason", _("Must without a reason: %(items)s. Would the release be pointless, illegal, unsafe or not viable without it?") % {"items": names(sheet, "item", bare)})  # fmt: skip


def picture(sheet: Sheet, result: Result) -> Chart | None:
    """A stacked bar of the effort, with the guide at 60, 80 and 100 % and the capacity."""
    effort = _effort(sheet)
    whole = sum(effort.values())
    if not whole:
        return None
    words = dict(CATEGORIES)
    parts = [(str(words[key]), effort[key], said_) for key, (_label, said_) in zip(COUNTED, result.figures, strict=False)]  # fmt: skip
    marks = [("60 %", whole * 0.6), ("80 %", whole * 0.8)]
    capacity = sheet.number("capacity")
    if capacity:
        marks.append((_("capacity %(value)s") % {"value": said(capacity)}, capacity))
    summary = _("Must %(must)s, should %(should)s, could %(could)s of the effort") % {
        name: percent(value)
        for name, value in zip(("must", "should", "could"), shares(effort).values(), strict=True)
    }
    return stacked(
        _("Where the effort goes"), parts, marks, head=[_("Category"), _("Effort")], summary=summary
    )


def _order(ended: str, ordered: str) -> Iterator[Caution]:
    if ended and ordered < ended:
        yield Caution("not_reordered", _("A time-box has ended since the list was put in order: what you learned in it may have moved a must."))  # fmt: skip


def _capacity(capacity: float | None, must: float, whole: float) -> Iterator[Caution]:
    if capacity is not None and must > capacity:
        yield Caution("infeasible", _("The musts alone need %(must)s and you have %(capacity)s: this cannot work. Take a must out, or move the date.") % {"must": said(must), "capacity": said(capacity)})  # fmt: skip
    elif capacity is not None and whole > capacity:
        yield Caution("over_capacity", _("Must, should and could need %(whole)s and you have %(capacity)s.") % {"whole": said(whole), "capacity": said(capacity)})  # fmt: skip


def _effort(sheet: Sheet) -> dict[str, float]:
    return effort_by_category((row.text("category"), row.number("effort") or 0) for row in sheet.rows)


EXAMPLE = Sheet(
    rows_of(
        tuple(column.key for column in COLUMNS),
        ("Show a delay to the driver", 8, "M", "Without it drivers call dispatch, as today"),
        ("Sign for a delivery", 13, "M", "The carrier contract demands a signature"),
        ("Sign in with the company account", 5, "M", "Security does not let us go live otherwise"),
        ("Re-plan a route by hand", 5, "M", "Dispatch cannot work the first week without it"),
        ("Photo of damaged goods", 7, "S", "Half of all claims need one"),
        ("Night mode", 5, "S", "Drivers asked; they manage without"),
        ("Weekly report as a file", 5, "C", ""),
        ("Choose the colour of a van", 4, "C", ""),
        ("Chat with the customer", 20, "W", "Next release, with the call centre"),
    ),
    {"capacity": 56, "level": "increment"},
)
TOOL = Tool(
    key="moscow",
    name=lazy("MoSCoW"),
    family=Family.PRIORITISE,
    purpose=lazy("Put an overfull release right: what must be in it, and what gives way first."),
    when=lazy("A date is fixed and the list is longer than the time. Not for choosing between products."),
    method=lazy("Share of a category = its effort ÷ the effort of must, should and could. Won’t counts for nothing. Guide: must at most 60 %, should about 20 %, could about 20 %."),
    source=lazy("DSDM Agile Project Framework, on MoSCoW prioritisation"),
    columns=COLUMNS,
    settings=SETTINGS,
    compute=compute,
    warn=warn,
    picture=picture,
    example=EXAMPLE,
    board="category",
    rubric=(
        (lazy("Musts"), lazy("Each must says what happens without it, and you could defend it to the sponsor.")),
        (lazy("Contingency"), lazy("About a fifth is could, and the team believes it may go.")),
        (lazy("Won’t"), lazy("What is out is written down, and those who wanted it know.")),
    ),
    skills=("B3", "C1", "C3"),
)  # fmt: skip
