"""Now, next, later as a tool: columns, checks, picture, example."""

from __future__ import annotations

import datetime as dt
import re
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
    ranked,
    rows_of,
)

MOST_NOW = 5
FEATURE = re.compile(r"^(build|add|create|implement|launch)\b", re.IGNORECASE)
LANES = (("now", lazy("Now")), ("next", lazy("Next")), ("later", lazy("Later")))
COLUMNS = (
    Column("problem", lazy("Problem or outcome"), needed=True, help=lazy("What is different for whom, not what is built")),
    Column("lane", lazy("When"), Kind.CHOICE, choices=LANES, apart=True),
    Column("measure", lazy("How you know"), help=lazy("The outcome measure")),
    Column("confidence", lazy("Confidence"), Kind.CHOICE, choices=(("high", lazy("High")), ("medium", lazy("Medium")), ("low", lazy("Low"))), apart=True),
    Column("evidence", lazy("Evidence"), Kind.TEXT),
    Column("owner", lazy("Who cares for it")),
    Column("goal", lazy("Goal it serves")),
    Column("date", lazy("Date"), Kind.DATE, lazy("Only where it is real: a law, a season")),
    Column("touched", lazy("Last looked at"), Kind.DATE),
)  # fmt: skip
SETTINGS = (Column("today", lazy("As of"), Kind.DATE),)


def compute(sheet: Sheet) -> Result:
    """No sum: how many there are in each lane, and their order."""
    figures = tuple((label, str(sum(row.text("lane") == key for row in sheet.rows))) for key, label in LANES)
    order = {key: 3.0 - at for at, (key, _label) in enumerate(LANES)}
    return Result(
        (),
        {row.key: () for row in sheet.rows},
        ranked({row.key: order.get(row.text("lane")) for row in sheet.rows}),
        figures,
    )


def warn(sheet: Sheet, result: Result) -> Iterator[Caution]:  # noqa: ARG001  the shape of every tool's warnings
    """What turns a roadmap into a list of promises."""
    rows = sheet.rows
    dated = [row.key for row in rows if row.text("lane") == "later" and row.text("date")]
    if dated:
        yield Caution(
            "later_dated",
            _("Later has a date: %(cards)s. Nobody knows that yet.")
            % {"cards": names(sheet, "problem", dated)},
        )
    built = [row.key for row in rows if FEATURE.match(row.text("problem"))]
    if built:
        yield Caution(
            "feature",
            _("This is something to build: %(cards)s. Which problem does it solve?")
            % {"cards": names(sheet, "problem", built)},
        )
    blind = [row.key for row in rows if row.text("lane") == "now" and not row.text("measure")]
    if blind:
        yield Caution(
            "no_measure",
            _("You work on it now and could not tell whether it worked: %(cards)s.")
            % {"cards": names(sheet, "problem", blind)},
        )
    if sum(row.text("lane") == "now" for row in rows) > MOST_NOW:
        yield Caution("too_much_now", _("More than five things now: one team finishes none of them."))
    loose = [row.key for row in rows if row.text("lane") in ("now", "next") and not row.text("goal")]
    if loose:
        yield Caution(
            "no_goal", _("No goal behind it: %(cards)s.") % {"cards": names(sheet, "problem", loose)}
        )
    old = [row.key for row in rows if _days(row.text("touched"), sheet.text("today")) > 90]
    if old:
        yield Caution(
            "untouched", _("Not looked at for 90 days: %(cards)s.") % {"cards": names(sheet, "problem", old)}
        )


def picture(sheet: Sheet, result: Result) -> Chart | None:  # noqa: ARG001  the shape of every tool's picture
    """Three lanes, the later the fewer details."""
    spans = []
    for at, (key, label) in enumerate(LANES):
        for row in sheet.rows:
            if row.text("lane") == key:
                detail = " · ".join(
                    part for part in (row.text("measure"), row.text("owner")) if part and key != "later"
                )
                spans.append((row.text("problem"), float(at), at + 1.0, f"{label} {detail}".strip()))
    return (
        gantt(
            _("Now, next, later"),
            spans,
            lanes=[str(label) for _key, label in LANES],
            head=[_("Problem"), _("When, and how you know")],
        )
        if spans
        else None
    )


def _days(then: str, today: str) -> int:
    return (dt.date.fromisoformat(today) - dt.date.fromisoformat(then)).days if then and today else 0


TOOL = Tool(
    key="roadmap",
    name=lazy("Now, next, later"),
    family=Family.PLAN,
    purpose=lazy("Show where you are going without promising dates that nobody can keep."),
    when=lazy("People ask what comes, and you know more of the near than of the far."),
    method=lazy("Nothing is summed up. The sheet checks that a card is a problem with a measure and a goal, that later has no date, and that now is not more than five."),
    source=lazy("Janna Bastow"),
    columns=COLUMNS,
    settings=SETTINGS,
    compute=compute,
    warn=warn,
    picture=picture,
    board="lane",
    rubric=((lazy("Problems"), lazy("Each card says what is different for whom.")), (lazy("Measures"), lazy("What is in now has a measure that somebody looks at.")), (lazy("Fading"), lazy("The further away, the fewer words."))),
    example=Sheet(
        rows_of(
            tuple(column.key for column in COLUMNS),
            ("Drivers learn of a delay too late", "now", "Calls to dispatch a day", "high", "Forty calls counted in a week", "Ben", "Calmer mornings", None, "2026-11-02"),
            ("Half of all claims lack a photo", "next", "Claims with a photo", "medium", "Interviews with six adjusters", "Mila", "Calmer mornings", None, "2026-10-20"),
            ("Small fleets cannot plan at all", "later", "", "low", "", "", "", None, "2026-09-15"),
        ),
        {"today": "2026-11-23"},
    ),
    skills=("B3", "B1", "D2"),
)  # fmt: skip
