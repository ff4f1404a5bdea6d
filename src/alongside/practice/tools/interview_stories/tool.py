"""Interview stories as a tool: columns, warnings, picture, example."""

from __future__ import annotations

import re
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
    Row,
    Sheet,
    Tool,
    names,
    percent,
    rows_of,
    said,
)

from .computing import coverage, listed, minutes

LONGEST, MOST_BEFORE = 300, 0.35
MANY = 3
"""From so many skills on, one story that shows them all is one story too few."""
PARTS = ("situation", "task", "action", "result", "learning")
COLUMNS = (
    Column("title", lazy("Story"), needed=True),
    Column("situation", lazy("Situation"), Kind.TEXT),
    Column("task", lazy("Task"), Kind.TEXT),
    Column("action", lazy("What you did"), Kind.TEXT, lazy("I, not we; what you decided, not only what you built")),
    Column("result", lazy("Result"), Kind.TEXT),
    Column("learning", lazy("What you learned"), Kind.TEXT),
    Column("metric", lazy("Measure")),
    Column("skills", lazy("Skills it shows"), help=lazy("With commas between them")),
    Column("role", lazy("Your role then")),
    Column("year", lazy("Year"), Kind.NUMBER, low=1960, high=2100),
    Column("uses", lazy("Told at"), help=lazy("The interviews in which you used it")),
    Column("cleared", lazy("No employer’s secret in it"), Kind.TICK),
)  # fmt: skip
SETTINGS = (
    Column("targets", lazy("Skills you need stories for"), Kind.TEXT, lazy("With commas between them")),
    Column("year", lazy("This year"), Kind.NUMBER, low=2000, high=2100),
)


def count(row: Row, *parts: str) -> int:
    """The words of some parts of a story."""
    return sum(len(row.text(part).split()) for part in parts)


def compute(sheet: Sheet) -> Result:
    """How long each story takes, and for how many of the skills there are two."""
    stories = [listed(row.text("skills")) for row in sheet.rows]
    targets = listed(sheet.text("targets"))
    figures = ((lazy("Skills with two stories"), percent(coverage(stories, targets))),) if targets else ()
    derived = {row.key: (str(count(row, *PARTS)), said(minutes(count(row, *PARTS)), 1)) for row in sheet.rows}
    return Result((lazy("Words"), lazy("Minutes")), derived, (), figures)


def warn(sheet: Sheet, result: Result) -> Iterator[Caution]:  # noqa: ARG001  the shape of every tool's warnings
    """What an interviewer would miss."""
    rows = sheet.rows
    year, targets = sheet.number("year"), set(listed(sheet.text("targets")))
    checks = (
        ("no_result", [row.key for row in rows if not row.text("result")], _("No result: %(rows)s.")),
        ("we", [row.key for row in rows if len(re.findall(r"\b[Ww]e\b", row.text("action"))) > len(re.findall(r"\bI\b", row.text("action")))], _("More we than I: %(rows)s. What did you do?")),
        ("built", [row.key for row in rows if re.search(r"\bI (built|coded|programmed)\b", row.text("action")) and not re.search(r"\bI decided\b", row.text("action"))], _("I built, but what did you decide? %(rows)s.")),
        ("old", [row.key for row in rows if year and row.number("year") and year - (row.number("year") or 0) > 3], _("Older than three years: %(rows)s.")),
        ("slow_start", [row.key for row in rows if count(row, *PARTS) > 40 and count(row, "situation", "task") > MOST_BEFORE * count(row, *PARTS)], _("More than a third is said before you do anything: %(rows)s.")),
        ("everywhere", [row.key for row in rows if len(targets) >= MANY and targets <= set(listed(row.text("skills")))], _("One story for every skill: %(rows)s. Whoever asks twice hears it twice; find another.")),
        ("secret", [row.key for row in rows if not row.ticked("cleared")], _("Is an employer’s secret in it? Not looked through yet: %(rows)s.")),
        ("long", [row.key for row in rows if count(row, *PARTS) > LONGEST], _("Longer than two minutes: %(rows)s.")),
    )  # fmt: skip
    for key, found, text in checks:
        if found:
            yield Caution(key, text % {"rows": names(sheet, "title", found)})


def picture(sheet: Sheet, result: Result) -> Chart | None:  # noqa: ARG001  the shape of every tool's picture
    """Which story shows which skill."""
    skills = list(
        dict.fromkeys(
            skill
            for text in (sheet.text("targets"), *(row.text("skills") for row in sheet.rows))
            for skill in listed(text)
        )
    )
    if not skills or not sheet.rows:
        return None
    shows = [[1.0 if skill in listed(row.text("skills")) else 0.0 for skill in skills] for row in sheet.rows]
    table = [
        [row.text("title"), *("✓" if one else "–" for one in each)]
        for row, each in zip(sheet.rows, shows, strict=True)
    ]
    return grid(
        _("Stories and skills"),
        [
            Line(row.text("title"), [one or None for one in each])
            for row, each in zip(sheet.rows, shows, strict=True)
        ],
        skills,
        head=[_("Story"), *skills],
        table=table,
    )


TOOL = Tool(
    key="interview-stories",
    name=lazy("Interview stories"),
    family=Family.CAREER,
    purpose=lazy("Have a true story ready for every skill that you will be asked about."),
    when=lazy("Before interviews, and after each success while you remember it."),
    method=lazy("Minutes = words ÷ 130. Coverage = skills with at least two stories ÷ the skills that you need. Keep employers’ secrets out."),
    source=lazy("Situation, task, action, result, with what was learned"),
    columns=COLUMNS,
    settings=SETTINGS,
    compute=compute,
    warn=warn,
    picture=picture,
    example=Sheet(
        rows_of(
            tuple(column.key for column in COLUMNS),
            ("The release that fitted", "Eleven musts and six weeks.", "Ship on the fourth.", "I asked of each must what happens without it, and I decided with the director to drop five.", "We shipped on the fourth; calls fell by half.", "To show two dates instead of one.", "Calls an hour: 12 to 6", "Prioritisation, Stakeholders", "Product manager", 2026, "Paylark, first round", True),
            ("The map data we did not buy", "Sales wanted the expensive data.", "Decide in a week.", "I measured a hundred addresses with both and decided for open data.", "We saved forty thousand and lost two addresses in ten.", "To ask in which places it matters.", "", "Data, Prioritisation", "Product manager", 2026, "", True),
        ),
        {"targets": "Prioritisation, Stakeholders, Data", "year": 2026},
    ),
    skills=("E3", "F4"),
)  # fmt: skip
