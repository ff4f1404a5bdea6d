"""WSJF as a tool: columns, warnings, picture, example."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from alongside.kit.charts.bars import Bar, bars
from alongside.kit.charts.drawing import Chart
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
    ranked,
    rows_of,
    said,
)

from .computing import SCALE, score

PARTS = ("value", "time", "risk")
STEPS = tuple((str(step), str(step)) for step in SCALE)
URGENT, LARGEST = 13, 20
COLUMNS = (
    Column("job", lazy("Job"), needed=True),
    Column("value", lazy("Value to users and business"), Kind.CHOICE, choices=STEPS, apart=True),
    Column("time", lazy("Time criticality"), Kind.CHOICE, choices=STEPS, apart=True),
    Column("risk", lazy("Risk reduced or opportunity opened"), Kind.CHOICE, choices=STEPS, apart=True),
    Column("size", lazy("Job size"), Kind.CHOICE, choices=STEPS, apart=True),
)  # fmt: skip


def compute(sheet: Sheet) -> Result:
    """Each job's score, and the order in which to do them."""
    values = {row.key: _value(row) for row in sheet.rows}
    order = ranked(values)
    place = {key: str(number) for number, (key, _found) in enumerate(order, 1)}
    derived = {key: (said(found), place.get(key, "–")) for key, found in values.items()}
    return Result((lazy("Score"), lazy("Place")), derived, order)


def warn(sheet: Sheet, result: Result) -> Iterator[Caution]:  # noqa: ARG001  the shape of every tool's warnings
    """What makes the numbers no longer relative to each other."""
    rows = [row for row in sheet.rows if _value(row) is not None]
    anchored = [column.label for column in COLUMNS[1:] if any(row.text(column.key) == "1" for row in rows)]
    missing = [str(column.label) for column in COLUMNS[1:] if column.label not in anchored]
    if rows and missing:
        yield Caution(
            "no_one",
            _("No 1 in %(columns)s: the scale is relative, so the smallest job of each column is a 1.")
            % {"columns": ", ".join(missing)},
        )
    large = [row.key for row in rows if row.text("size") == str(LARGEST)]
    if large:
        yield Caution(
            "too_large", _("A job of 20 is to be split: %(items)s.") % {"items": names(sheet, "job", large)}
        )
    if len(rows) > 1 and all(int(row.text("time")) >= URGENT for row in rows):
        yield Caution(
            "all_urgent",
            _("Everything is urgent, so nothing is. What happens to each if it comes a month later?"),
        )


def picture(sheet: Sheet, result: Result) -> Chart | None:
    """Bars in order, each in its three parts ÷ size."""
    if not result.ranking:
        return None
    rows = {row.key: row for row in sheet.rows}
    drawn = [_bar(rows[key], found) for key, found in result.ranking]
    return bars(_("Jobs by WSJF: value, time criticality, risk"), drawn, head=[_("Job"), _("Score")])


def _bar(row: Row, found: float) -> Bar:
    size = float(row.text("size"))
    return Bar(row.text("job"), [float(row.text(part)) / size for part in PARTS], said(found))


def _value(row: Row) -> float | None:
    given = [row.text(key) for key in (*PARTS, "size")]
    return score(*(float(one) for one in given)) if all(given) else None


EXAMPLE = Sheet(
    rows_of(
        tuple(column.key for column in COLUMNS),
        ("Tax rules of the new year", "5", "8", "1", "3"),
        ("Import from the old system", "8", "5", "3", "5"),
        ("Search in archived orders", "3", "1", "1", "1"),
    )
)
TOOL = Tool(
    key="wsjf",
    name=lazy("WSJF"),
    family=Family.PRIORITISE,
    purpose=lazy("Decide what to do first when one team does one job after another."),
    when=lazy("Jobs of one kind wait in one queue. Not across unlike work."),
    method=lazy("Score = (value + time criticality + risk or opportunity) ÷ job size, each relative on 1, 2, 3, 5, 8, 13, 20."),
    source=lazy("Scaled Agile Framework, after Donald Reinertsen"),
    columns=COLUMNS,
    compute=compute,
    warn=warn,
    picture=picture,
    example=EXAMPLE,
    skills=("B3", "B2", "C3"),
)  # fmt: skip
