"""The 30-60-90 plan as a tool: columns, warnings, picture, example."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from alongside.kit.charts.drawing import Chart
from alongside.kit.charts.gantt import gantt
from alongside.practice.tools.tool import (
    Caution,
    Column,
    Family,
    Kind,
    Result,
    Sheet,
    Tool,
    names,
    rows_of,
)

MOST = 3
PHASES = (
    ("30", lazy("First 30 days: learn")),
    ("60", lazy("To day 60: contribute")),
    ("90", lazy("To day 90: own")),
)
COLUMNS = (
    Column("goal", lazy("Goal"), needed=True),
    Column("phase", lazy("Phase"), Kind.CHOICE, choices=PHASES, apart=True),
    Column("kind", lazy("Kind"), Kind.CHOICE, choices=(("listen", lazy("Listen and learn")), ("do", lazy("Do")), ("promise", lazy("Promise")))),
    Column("people", lazy("With whom")),
    Column("measure", lazy("How you know")),
    Column("risk", lazy("What could go wrong"), Kind.TEXT),
    Column("done", lazy("Done"), Kind.TICK),
)  # fmt: skip
SETTINGS = (Column("checked", lazy("My manager has read it"), Kind.TICK),)


def compute(sheet: Sheet) -> Result:
    """Done ÷ planned, for each phase."""
    figures = []
    for key, label in PHASES:
        goals = [row for row in sheet.rows if row.text("phase") == key]
        figures.append((label, f"{sum(row.ticked('done') for row in goals)} / {len(goals)}"))
    return Result((), {row.key: () for row in sheet.rows}, (), tuple(figures))


def warn(sheet: Sheet, result: Result) -> Iterator[Caution]:  # noqa: ARG001  the shape of every tool's warnings
    """What makes a beginning hard."""
    rows = sheet.rows
    if any(sum(row.text("phase") == key for row in rows) > MOST for key, _label in PHASES):
        yield Caution("too_many", _("More than three goals in a phase."))
    if rows and not any(row.text("phase") == "30" and row.text("kind") == "listen" for row in rows):
        yield Caution("no_listening", _("Nobody is listened to in the first 30 days."))
    early = [row.key for row in rows if row.text("phase") == "30" and row.text("kind") == "promise"]
    if early:
        yield Caution(
            "early_promise",
            _("Promised before it is understood: %(rows)s.") % {"rows": names(sheet, "goal", early)},
        )
    if rows and not sheet.ticked("checked"):
        yield Caution("unchecked", _("Your manager has not read it yet."))


def picture(sheet: Sheet, result: Result) -> Chart | None:  # noqa: ARG001  the shape of every tool's picture
    """Three lanes of thirty days."""
    words = {key: str(label) for key, label in PHASES}
    spans = [
        (row.text("goal"), float(key) - 30, float(key), words[key])
        for key, _label in PHASES
        for row in sheet.rows
        if row.text("phase") == key
    ]
    return gantt(_("Ninety days"), spans, unit=_("days"), head=[_("Goal"), _("Phase")]) if spans else None


TOOL = Tool(
    key="transition-plan",
    name=lazy("30-60-90 plan"),
    family=Family.CAREER,
    purpose=lazy("Begin in a new role by learning, then contributing, then owning."),
    when=lazy("Two weeks before you begin, and once a month after."),
    method=lazy("Done ÷ planned for each phase; at most three goals in each."),
    source=lazy("Common practice"),
    columns=COLUMNS,
    settings=SETTINGS,
    compute=compute,
    warn=warn,
    picture=picture,
    board="phase",
    example=Sheet(
        rows_of(
            tuple(column.key for column in COLUMNS),
            ("Ride along with five drivers", "30", "listen", "Drivers", "Five pages of notes", "Only the friendly ones say yes", True),
            ("Take over the weekly review", "60", "do", "Engineering lead", "It ends in 30 minutes", "", False),
            ("Own the plan of the quarter", "90", "do", "Director", "He signs it", "Two teams want the same people", False),
        ),
        {"checked": True},
    ),
    skills=("F2", "F4"),
)  # fmt: skip
