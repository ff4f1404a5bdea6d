"""The impact portfolio as a tool: columns, warnings, picture, example."""

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
    Sheet,
    Tool,
    names,
    percent,
    ranked,
    rows_of,
)

PARTS = ("problem", "users", "role", "decision", "tradeoff", "result", "artefact")
COLUMNS = (
    Column("case", lazy("Case"), needed=True),
    Column("problem", lazy("Problem"), Kind.TEXT),
    Column("users", lazy("Users")),
    Column("role", lazy("My role"), Kind.TEXT),
    Column("decision", lazy("The decision"), Kind.TEXT),
    Column("tradeoff", lazy("What was given up"), Kind.TEXT),
    Column("result", lazy("Result"), Kind.TEXT),
    Column("sure", lazy("How sure it is because of us"), Kind.CHOICE, choices=(("high", lazy("Tested")), ("medium", lazy("Likely")), ("low", lazy("Perhaps")))),
    Column("otherwise", lazy("What would have happened otherwise"), Kind.TEXT),
    Column("team", lazy("Who else"), Kind.TEXT),
    Column("artefact", lazy("Something to show, redacted")),
    Column("secret", lazy("Holds something confidential"), Kind.TICK),
)  # fmt: skip


def completeness(filled: int) -> float:
    """Parts filled ÷ 7, from 0 to 1. Raises ``ValueError`` outside of 0 to 7."""
    if not 0 <= filled <= len(PARTS):
        raise ValueError("from 0 to 7 parts")
    return filled / len(PARTS)


def compute(sheet: Sheet) -> Result:
    """How complete each case is."""
    values = {row.key: completeness(sum(bool(row.text(part)) for part in PARTS)) for row in sheet.rows}
    return Result(
        (lazy("Complete"),), {key: (percent(value),) for key, value in values.items()}, ranked(values)
    )


def warn(sheet: Sheet, result: Result) -> Iterator[Caution]:  # noqa: ARG001  the shape of every tool's warnings
    """What a reader would doubt."""
    checks = (
        ("no_otherwise", [row.key for row in sheet.rows if row.text("result") and not row.text("otherwise")], _("What would have happened otherwise? %(rows)s")),
        ("secret", [row.key for row in sheet.rows if row.ticked("secret")], _("Confidential: redact it before anybody else reads it: %(rows)s.")),
        ("no_team", [row.key for row in sheet.rows if not row.text("team")], _("Nobody else is named: %(rows)s. Who did it with you?")),
    )  # fmt: skip
    for key, found, text in checks:
        if found:
            yield Caution(key, text % {"rows": names(sheet, "case", found)})


def picture(sheet: Sheet, result: Result) -> Chart | None:
    """How complete each case is."""
    rows = {row.key: row.text("case") for row in sheet.rows}
    drawn = [Bar(rows[key], [value], percent(value)) for key, value in result.ranking]
    return bars(_("How complete the cases are"), drawn, head=[_("Case"), _("Complete")]) if drawn else None


TOOL = Tool(
    key="portfolio",
    name=lazy("Impact portfolio"),
    family=Family.CAREER,
    purpose=lazy("Show a few cases so that a stranger sees how you decide."),
    when=lazy("Before you apply, and once a year for yourself."),
    method=lazy("Complete = parts filled of problem, users, role, decision, trade-off, result and something to show ÷ 7."),
    source=lazy("Our own"),
    columns=COLUMNS,
    compute=compute,
    warn=warn,
    picture=picture,
    example=Sheet(rows_of(
        tuple(column.key for column in COLUMNS),
        ("Delay warning", "Drivers learned of jams from inside", "Drivers with forty stops", "Product manager; I cut the scope", "Six musts instead of eleven", "Photo of damages came a season later", "Calls to dispatch fell from 12 to 6 an hour", "medium", "Winter before: calls rose", "Four engineers, one designer", "One page, without names", False),
        ("Open map data", "Addresses were not found", "Drivers in towns", "I ran the comparison", "Open data", "Two addresses in ten in villages", "Saved 40,000 a year", "high", "", "", "", True),
    )),
    skills=("F4",),
)  # fmt: skip
