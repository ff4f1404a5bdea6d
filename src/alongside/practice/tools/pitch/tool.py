"""The pitch rehearsal as a tool: criteria, warnings, picture, example."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from alongside.kit.charts.drawing import Chart
from alongside.kit.charts.radar import radar
from alongside.practice.tools.tool import (
    Caution,
    Column,
    Family,
    Kind,
    Result,
    Row,
    Sheet,
    Tool,
    ranked,
    said,
)

from .computing import score

CRITERIA = (
    (lazy("Problem"), lazy("Everybody in the room could repeat whose problem it is")),
    (lazy("Evidence"), lazy("What was seen or measured, with its limits")),
    (lazy("One clear ask"), lazy("What they decide today, in one sentence")),
    (lazy("Options and trade-off"), lazy("Two real options, and what each gives up")),
    (lazy("Numbers"), lazy("Few, right, and each with where it comes from")),
    (lazy("Risk and downside"), lazy("What could go wrong, said before they say it")),
    (lazy("Delivery"), lazy("In time, at ease, to people rather than slides")),
    (lazy("Answering challenge"), lazy("Heard to the end, answered briefly, kept to the ask")),
)  # fmt: skip
COLUMNS = (
    Column("criterion", lazy("Criterion"), needed=True),
    Column("weight", lazy("Weight"), Kind.NUMBER, low=0.5, high=10),
    Column("score", lazy("Score"), Kind.CHOICE, lazy("1 not yet, 2 partly, 3 well, 4 as good as it gets"), choices=tuple((str(n), str(n)) for n in range(1, 5)), apart=True),
    Column("note", lazy("What was seen"), Kind.TEXT),
)  # fmt: skip
SETTINGS = (
    Column("audience", lazy("Who listens"), help=lazy("Roles of the panel")),
    Column("ask", lazy("The ask"), Kind.TEXT, lazy("One sentence")),
    Column("limit", lazy("Minutes allowed"), Kind.NUMBER, low=1, high=240),
    Column("taken", lazy("Minutes taken"), Kind.NUMBER, low=0, high=600),
    Column("objections", lazy("Objections, one a line; begin with + when you could answer"), Kind.TEXT),
    Column("downside", lazy("The downside was said"), Kind.TICK),
    Column("judges", lazy("How many scored"), Kind.NUMBER, low=1, high=50),
    Column("before", lazy("Confidence for this task before, in per cent"), Kind.NUMBER, low=0, high=100),
    Column("after", lazy("And after"), Kind.NUMBER, low=0, high=100),
)  # fmt: skip


def judged(sheet: Sheet) -> list[tuple[float, float]]:
    """Weight and score of what was scored."""
    return [
        (row.number("weight") or 1.0, float(row.text("score"))) for row in sheet.rows if row.text("score")
    ]


def compute(sheet: Sheet) -> Result:
    """The whole, the time, the objections answered, and the change in confidence."""
    figures = [(lazy("Rehearsal"), f"{score(judged(sheet)):.0f} / 100")] if judged(sheet) else []
    objections = [line for line in sheet.text("objections").splitlines() if line.strip()]
    if objections:
        figures.append(
            (
                lazy("Objections answered"),
                f"{sum(line.lstrip().startswith('+') for line in objections)} / {len(objections)}",
            )
        )
    before, after = sheet.number("before"), sheet.number("after")
    if before is not None and after is not None:
        figures.append(
            (lazy("Confidence for this task"), f"{said(before)} → {said(after)} ({after - before:+g})")
        )
    values = {row.key: float(row.text("score")) if row.text("score") else None for row in sheet.rows}
    return Result((), {row.key: () for row in sheet.rows}, ranked(values), tuple(figures))


def warn(sheet: Sheet, result: Result) -> Iterator[Caution]:  # noqa: ARG001  the shape of every tool's warnings
    """What executives notice first."""
    if sheet.rows and not sheet.text("ask"):
        yield Caution("no_ask", _("There is no ask: what do they decide?"))
    if (
        len([part for part in sheet.text("ask").split("?") if part.strip()]) > 1
        or len(sheet.text("ask").splitlines()) > 1
    ):
        yield Caution("many_asks", _("More than one ask: choose the one that matters."))
    limit, taken = sheet.number("limit"), sheet.number("taken")
    if limit and taken and taken > limit:
        yield Caution("over_time", _("%(over)s minutes too long.") % {"over": said(taken - limit)})
    if judged(sheet) and not sheet.ticked("downside"):
        yield Caution("no_downside", _("Nobody heard the downside; they will look for it."))
    lines = [line.strip() for line in sheet.text("objections").splitlines() if line.strip()]
    if judged(sheet) and (not lines or not all(line.startswith("+") for line in lines)):
        yield Caution("objection", _("Rehearse the hardest objection before the day."))
    if judged(sheet) and (sheet.number("judges") or 1) < 2:
        yield Caution("one_judge", _("Scored by one friendly person only."))


def picture(sheet: Sheet, result: Result) -> Chart | None:  # noqa: ARG001  the shape of every tool's picture
    """The criteria as a radar."""
    axes = [
        (
            "",
            row.text("criterion"),
            float(row.text("score")) if row.text("score") else None,
        )
        for row in sheet.rows
    ]
    return (
        radar(_("The eight criteria, from 1 to 4"), axes, best=4, head=[_("Criterion"), _("Score")])
        if len(axes) > 2 and judged(sheet)
        else None
    )


def _rows(*scores: str) -> tuple[Row, ...]:
    given = scores or ("",) * len(CRITERIA)
    return tuple(
        Row(f"c{at}", {"criterion": str(name), "weight": 1.0, "score": given[at], "note": ""})
        for at, (name, _good) in enumerate(CRITERIA)
    )


TOOL = Tool(
    key="pitch",
    name=lazy("Pitch rehearsal"),
    family=Family.CAREER,
    purpose=lazy("Rehearse a bold proposal with somebody who asks what executives will ask."),
    when=lazy("A week before, twice at least. Keep each round as a version and compare them."),
    method=lazy("Σ weight × score ÷ (4 × Σ weight) × 100, with scores from 1 to 4. Confidence is for this task, before and after."),
    source=lazy("Our own; confidence for a task after Albert Bandura"),
    columns=COLUMNS,
    settings=SETTINGS,
    compute=compute,
    warn=warn,
    picture=picture,
    rubric=CRITERIA,
    blank=Sheet(_rows()),
    example=Sheet(_rows("4", "3", "4", "2", "3", "1", "3", "2"), {"audience": "Director, finance, operations", "ask": "Two engineers for eight weeks, decided today", "limit": 10.0, "taken": 13.0, "objections": "+ Why not buy it?\nWhat do we stop for it?", "judges": 2.0, "before": 40.0, "after": 60.0}),
    skills=("B1", "D3", "E2"),
)  # fmt: skip
