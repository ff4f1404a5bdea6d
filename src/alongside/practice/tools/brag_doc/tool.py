"""The evidence log and the promotion case as a tool: columns, warnings, picture, example."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from alongside.kit.charts.drawing import Chart
from alongside.kit.charts.grid import Line, grid
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
)

from .computing import concentration, readiness

MOST_FROM_ONE = 0.5
COLUMNS = (
    Column("what", lazy("What happened"), needed=True),
    Column("month", lazy("When"), Kind.DATE),
    Column("mattered", lazy("Why it mattered"), Kind.TEXT),
    Column("before", lazy("Measure before")),
    Column("after", lazy("Measure after")),
    Column("part", lazy("My part"), Kind.TEXT),
    Column("project", lazy("Project")),
    Column("proof", lazy("Proof"), help=lazy("Where one can see it")),
    Column("who", lazy("Who can confirm it")),
    Column("confirmed", lazy("Confirmed"), Kind.TICK),
    Column("skill", lazy("Skill"), help=lazy("In the words of the next level")),
)  # fmt: skip
SETTINGS = (Column("targets", lazy("Skills of the next level"), Kind.TEXT, lazy("With commas between them")),)


def targets_of(sheet: Sheet) -> list[str]:
    """The skills of the next level."""
    return [part.strip() for part in sheet.text("targets").replace("\n", ",").split(",") if part.strip()]


def compute(sheet: Sheet) -> Result:
    """How ready the case is, and how much of it hangs on one project."""
    confirmed = [row.text("skill") for row in sheet.rows if row.ticked("confirmed")]
    projects = [row.text("project") for row in sheet.rows if row.text("project")]
    figures = (
        (lazy("Skills with two confirmed items"), percent(readiness(confirmed, targets_of(sheet)))),
        (lazy("From one project"), percent(concentration(projects))),
    )
    return Result(
        (lazy("Carries the case"),),
        {
            row.key: ("✓" if row.ticked("confirmed") and row.text("skill") in targets_of(sheet) else "–",)
            for row in sheet.rows
        },
        (),
        figures,
    )


def warn(sheet: Sheet, result: Result) -> Iterator[Caution]:  # noqa: ARG001  the shape of every tool's warnings
    """What a committee would ask."""
    rows = sheet.rows
    bare = [row.key for row in rows if not row.text("after")]
    if bare:
        yield Caution(
            "no_outcome",
            _("Something was done, but what changed? %(rows)s") % {"rows": names(sheet, "what", bare)},
        )
    projects = [row.text("project") for row in rows if row.text("project")]
    if len(projects) > 2 and concentration(projects) > MOST_FROM_ONE:
        yield Caution("one_project", _("More than half comes from one project."))
    months = sorted({row.text("month")[:7] for row in rows if row.text("month")})
    if len(rows) > 2 and 0 < len(months) <= 3:
        yield Caution("recent", _("All of it is from three months. What was before?"))
    alone = [row.key for row in rows if not row.text("who")]
    if alone:
        yield Caution(
            "alone", _("Nobody else confirms it: %(rows)s.") % {"rows": names(sheet, "what", alone)}
        )
    loose = [row.key for row in rows if targets_of(sheet) and row.text("skill") not in targets_of(sheet)]
    if loose:
        yield Caution(
            "unmapped",
            _("Not in the words of the next level: %(rows)s.") % {"rows": names(sheet, "what", loose)},
        )


def picture(sheet: Sheet, result: Result) -> Chart | None:  # noqa: ARG001  the shape of every tool's picture
    """In which months which skills have evidence."""
    months = sorted({row.text("month")[:7] for row in sheet.rows if row.text("month")})
    skills = list(
        dict.fromkeys([*targets_of(sheet), *(row.text("skill") for row in sheet.rows if row.text("skill"))])
    )
    if not months or not skills:
        return None
    cells = {
        skill: [
            sum(row.text("skill") == skill and row.text("month")[:7] == month for row in sheet.rows)
            for month in months
        ]
        for skill in skills
    }
    return grid(
        _("Evidence by month"),
        [Line(skill, [min(1.0, one / 2) or None for one in each]) for skill, each in cells.items()],
        months,
        head=[_("Skill"), *months],
        table=[[skill, *map(str, each)] for skill, each in cells.items()],
    )


TOOL = Tool(
    key="brag-doc",
    name=lazy("Evidence log and promotion case"),
    family=Family.CAREER,
    purpose=lazy("Remember what you did and what came of it, and see whether it carries the next step."),
    when=lazy("Five minutes every week; and before a promotion is talked about."),
    method=lazy("Ready = skills of the next level with at least two confirmed items ÷ those skills. Concentration = the share from the largest project. Print it: five to seven moments make a case."),
    source=lazy("Common practice"),
    columns=COLUMNS,
    settings=SETTINGS,
    compute=compute,
    warn=warn,
    picture=picture,
    example=Sheet(
        rows_of(
            tuple(column.key for column in COLUMNS),
            ("Shipped the delay warning on time", "2026-10-04", "The winter season began", "12 calls an hour", "6 calls an hour", "Cut five of eleven musts with the director", "Delay warning", "Dashboard of dispatch", "Head of operations", True, "Prioritisation"),
            ("Said no to map data", "2026-06-12", "Saved money for drivers’ phones", "40,000 a year", "0", "Measured both in a week", "Map data", "Decision log", "Finance partner", True, "Business sense"),
            ("Moderated the quarter’s planning", "2026-07-01", "Three teams, one plan", "Three lists", "One list", "Prepared and led it", "Planning", "Minutes", "Ada", False, "Prioritisation"),
        ),
        {"targets": "Prioritisation, Business sense"},
    ),
    skills=("D2", "E2", "F1", "F3"),
)  # fmt: skip
