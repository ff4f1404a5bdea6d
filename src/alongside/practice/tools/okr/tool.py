"""OKR as a tool: columns, warnings, picture, example."""

from __future__ import annotations

import re
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

from .computing import band, key_result, objective

MOST_RESULTS, MOST_OBJECTIVES = 5, 3
TASK = re.compile(r"^(launch|build|ship|create|write|implement|release|hire)\b", re.IGNORECASE)
BANDS = {"red": lazy("Red"), "amber": lazy("Amber"), "green": lazy("Green")}
COLUMNS = (
    Column("result", lazy("Key result"), needed=True, help=lazy("What will be different, with a number")),
    Column("objective", lazy("Objective")),
    Column("start", lazy("Start"), Kind.NUMBER),
    Column("target", lazy("Target"), Kind.NUMBER),
    Column("current", lazy("Now"), Kind.NUMBER),
    Column("weight", lazy("Weight"), Kind.NUMBER, low=0, high=100),
    Column("kind", lazy("Kind"), Kind.CHOICE, choices=(("committed", lazy("Committed")), ("aspirational", lazy("Aspirational")), ("guard", lazy("Guard-rail")))),
    Column("confidence", lazy("Confidence in per cent"), Kind.NUMBER, low=0, high=100, apart=True),
)  # fmt: skip


def progress(row: Row) -> float | None:
    """How far a key result has come, or None as long as a number is missing."""
    start, target, current = (row.number(key) for key in ("start", "target", "current"))
    if start is None or target is None or current is None or start == target:
        return None
    return key_result(start, target, current)


def objectives(sheet: Sheet) -> dict[str, list[Row]]:
    """The key results of each objective; guard-rails do not count."""
    found: dict[str, list[Row]] = {}
    for row in sheet.rows:
        if row.text("kind") != "guard":
            found.setdefault(row.text("objective"), []).append(row)
    return found


def compute(sheet: Sheet) -> Result:
    """Each key result's progress and colour, and each objective's weighted mean."""
    values = {row.key: progress(row) for row in sheet.rows}
    derived = {
        key: (said(value), str(BANDS[band(value)]) if value is not None else "–")
        for key, value in values.items()
    }
    figures = []
    for name, rows in objectives(sheet).items():
        known = [
            (value, row.number("weight") or 0.0) for row in rows if (value := values[row.key]) is not None
        ]
        if known:
            figures.append((name or "–", said(objective(known))))
    return Result((lazy("Progress"), lazy("Colour")), derived, ranked(values), tuple(figures))


def warn(sheet: Sheet, result: Result) -> Iterator[Caution]:
    """What makes goals look better or worse than they are."""
    rows, groups = sheet.rows, objectives(sheet)
    same = [
        row.key
        for row in rows
        if row.number("start") is not None and row.number("start") == row.number("target")
    ]
    if same:
        yield Caution(
            "no_move",
            _("Start and target are the same: %(results)s. As a guard-rail it may stay, as a key result not.")
            % {"results": names(sheet, "result", same)},
        )
    if len(groups) > MOST_OBJECTIVES or any(len(each) > MOST_RESULTS for each in groups.values()):
        yield Caution(
            "too_many", _("More than three objectives, or five key results to one: nobody remembers them.")
        )
    tasks = [row.key for row in rows if TASK.match(row.text("result"))]
    if tasks:
        yield Caution(
            "task",
            _("This is a task: %(results)s. What changes when it is done?")
            % {"results": names(sheet, "result", tasks)},
        )
    values = dict(result.ranking)
    if values and all(value >= 1 for value in values.values()):
        yield Caution("too_easy", _("Everything is reached. For aspirations 0.6 to 0.7 is right."))
    late = [row.key for row in rows if row.text("kind") == "committed" and values.get(row.key, 1) < 1]
    if late:
        yield Caution(
            "committed",
            _("Committed and not reached yet: %(results)s.") % {"results": names(sheet, "result", late)},
        )
    if rows and not any(row.text("kind") == "guard" for row in rows):
        yield Caution(
            "no_guard",
            _("No guard-rail: what must not get worse meanwhile? And never use these for pay or appraisal."),
        )


def picture(sheet: Sheet, result: Result) -> Chart | None:
    """Each key result's progress; the whisker reaches as far as the confidence says."""
    rows = {row.key: row for row in sheet.rows}
    drawn = [
        Bar(
            rows[key].text("result"),
            [value],
            said(value),
            value,
            max(value, (rows[key].number("confidence") or 0) / 100),
        )
        for key, value in result.ranking
    ]
    return bars(_("Progress from 0 to 1"), drawn, head=[_("Key result"), _("Progress")]) if drawn else None


TOOL = Tool(
    key="okr",
    name=lazy("OKR"),
    family=Family.PLAN,
    purpose=lazy("Say what will be different by the end of the quarter, and see honestly how far it is."),
    when=lazy("A team sets itself few goals for a quarter. Not for pay, not for a list of tasks."),
    method=lazy("Key result = (now − start) ÷ (target − start), from 0 to 1, also for what is to fall. Objective = weighted mean. Red below 0.4, amber below 0.7, else green."),
    source=lazy("re:Work; the bands are closed by us"),
    columns=COLUMNS,
    compute=compute,
    warn=warn,
    picture=picture,
    example=Sheet(rows_of(
        tuple(column.key for column in COLUMNS),
        ("Drivers who see a delay before it is reported", "Calmer mornings", 20, 40, 34, 50, "aspirational", 60),
        ("Calls to dispatch in an hour", "Calmer mornings", 12, 6, 8, 50, "committed", 70),
        ("Deliveries on the promised day", "Calmer mornings", 96, 97, 96, 0, "guard", 90),
    )),
    skills=("B4", "A3"),
)  # fmt: skip
