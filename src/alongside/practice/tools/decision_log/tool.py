"""The decision log as a tool: columns, warnings, picture, example."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from alongside.kit.charts.drawing import Chart
from alongside.kit.charts.line import line_with_band
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

from .computing import Forecast, brier, calibration, chance

FEWEST = 10
COLUMNS = (
    Column("question", lazy("Question"), needed=True),
    Column("decided", lazy("Decided on"), Kind.DATE),
    Column("options", lazy("Options"), Kind.TEXT, lazy("One a line, also doing nothing")),
    Column("choice", lazy("Choice, and why"), Kind.TEXT),
    Column("evidence", lazy("Evidence"), Kind.TEXT, lazy("What you knew on that day")),
    Column("reversible", lazy("Can be undone"), Kind.TICK),
    Column("expect", lazy("What you expect"), help=lazy("So that it can turn out true or not")),
    Column("confidence", lazy("Confidence in per cent"), Kind.NUMBER, low=0, high=100, apart=True),
    Column("review", lazy("Look again on"), Kind.DATE),
    Column("outcome", lazy("It came true"), Kind.CHOICE, choices=(("yes", lazy("Yes")), ("no", lazy("No")))),
)  # fmt: skip


def forecasts(sheet: Sheet) -> list[Forecast]:
    """The decisions with a confidence whose outcome is known."""
    return [
        ((row.number("confidence") or 0) / 100, int(row.text("outcome") == "yes"))
        for row in sheet.rows
        if row.number("confidence") is not None and row.text("outcome")
    ]


def compute(sheet: Sheet) -> Result:
    """Each decision's squared error, and the mean of them (Brier)."""
    derived = {}
    for row in sheet.rows:
        confidence, outcome = row.number("confidence"), row.text("outcome")
        derived[row.key] = (
            said(brier([(confidence / 100, int(outcome == "yes"))]), 3)
            if confidence is not None and outcome
            else "–",
        )
    known = forecasts(sheet)
    figures = (
        (
            (lazy("Brier score (0 is perfect, 0.25 a coin)"), said(brier(known), 3)),
            (lazy("Decisions with an outcome"), str(len(known))),
        )
        if known
        else ()
    )
    return Result((lazy("Squared error"),), derived, (), figures)


def warn(sheet: Sheet, result: Result) -> Iterator[Caution]:  # noqa: ARG001  the shape of every tool's warnings
    """What keeps one from learning from decisions."""
    rows = sheet.rows
    single = [row.key for row in rows if len(row.text("options").splitlines()) == 1]
    if single:
        yield Caution(
            "one_option",
            _("Only one option: %(rows)s. Doing nothing is one too.")
            % {"rows": names(sheet, "question", single)},
        )
    undated = [row.key for row in rows if not row.text("review")]
    if undated:
        yield Caution(
            "no_review", _("No date to look again: %(rows)s.") % {"rows": names(sheet, "question", undated)}
        )
    given = [row.number("confidence") for row in rows if row.number("confidence") is not None]
    if len(given) > 3 and len(set(given)) == 1:
        yield Caution("same_confidence", _("You are always equally sure. Are they all alike?"))
    edited = [row.key for row in rows if row.key in sheet.marks]
    if edited:
        yield Caution(
            "edited",
            _("Changed when the outcome was known: %(rows)s. One learns from what one said before.")
            % {"rows": names(sheet, "question", edited)},
        )
    if 0 < len(forecasts(sheet)) < FEWEST:
        yield Caution("few", _("Calibration says something from ten outcomes on."))


def marks(before: Sheet, after: Sheet) -> list[str]:
    """The decisions whose expectation, confidence or outcome changed when the outcome was known already."""
    known = {row.key: _said(row) for row in before.rows if row.text("outcome")}
    return [row.key for row in after.rows if row.key in known and known[row.key] != _said(row)]


def _said(row: Row) -> tuple[str, float | None, str]:
    return row.text("expect"), row.number("confidence"), row.text("outcome")


def picture(sheet: Sheet, result: Result) -> Chart | None:  # noqa: ARG001  the shape of every tool's picture
    """The calibration curve over the band of chance."""
    known = forecasts(sheet)
    if not known:
        return None
    points = calibration(known)
    band = [(p, *chance(p, count)) for p, _share, count in points]
    table = [[percent(p), percent(share), str(count)] for p, share, count in points]
    return line_with_band(
        _("What you said, and what came true"),
        [(p, share) for p, share, _count in points],
        band,
        axes=(_("you said"), _("came true")),
        head=[_("You said"), _("Came true"), _("Decisions")],
        table=table,
    )


TOOL = Tool(
    key="decision-log",
    name=lazy("Decision log"),
    family=Family.WRITE,
    purpose=lazy("Decide in writing, look again, and learn how sure you may be."),
    when=lazy("For decisions that matter and cannot be undone easily."),
    method=lazy("Brier score = mean of (confidence − outcome)². Calibration: for each fifth of the scale, what you said against what came true, with the band in which chance alone would put it."),
    source=lazy("Glenn Brier, 1950"),
    columns=COLUMNS,
    compute=compute,
    warn=warn,
    marks=marks,
    picture=picture,
    example=Sheet(rows_of(
        tuple(column.key for column in COLUMNS),
        ("Ship without night mode?", "2026-05-04", "Ship without it\nWait three weeks\nDo nothing", "Without: drivers manage", "Four of five drivers never asked for it", True, "Fewer than ten complaints in a month", 80, "2026-06-04", "yes"),
        ("Buy the map data?", "2026-06-12", "Buy\nOpen data", "Open data: good enough in towns", "Fifty addresses tried with each", False, "Nine of ten addresses are found", 60, "2026-09-12", "no"),
        ("Hire before the summer?", "2026-04-01", "Hire now\nHire in autumn", "Now: the market is quiet", "Three good letters last week", False, "Somebody starts by July", 90, "2026-07-01", "yes"),
    )),
    skills=("A3", "C2", "C4", "D4", "E1", "E4", "F1"),
)  # fmt: skip
