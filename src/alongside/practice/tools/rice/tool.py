"""RICE as a tool: columns, warnings, picture, example."""

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

from .computing import score, ties

LEAST_CONFIDENCE = 50
IMPACT_WORDS = (
    lazy("3: massive"),
    lazy("2: high"),
    lazy("1: medium"),
    lazy("0.5: low"),
    lazy("0.25: minimal"),
)
COLUMNS = (
    Column("idea", lazy("Idea"), needed=True),
    Column("reach", lazy("Reach"), Kind.NUMBER, lazy("People or events in one period"), low=0, apart=True),
    Column("impact", lazy("Impact"), Kind.CHOICE, choices=tuple(zip(("3", "2", "1", "0.5", "0.25"), IMPACT_WORDS, strict=True)), apart=True),
    Column("confidence", lazy("Confidence"), Kind.NUMBER, lazy("In per cent: 100 measured, 80 supported, 50 a guess"), low=0, high=100, apart=True),
    Column("effort", lazy("Effort"), Kind.NUMBER, lazy("Person-months, half a month at least"), low=0.5, apart=True),
    Column("must", lazy("Has to be done anyway"), Kind.TICK),
)  # fmt: skip
SETTINGS = (
    Column("period", lazy("Period of the reach"), Kind.LINE, lazy("Such as a quarter, the same for every row")),
    Column("base", lazy("All your users"), Kind.NUMBER, lazy("Nobody reaches more than that"), low=1),
)  # fmt: skip


def value(row: Row) -> float | None:
    """The score of a row, or None as long as something is missing."""
    reach, confidence, effort = (row.number(key) for key in ("reach", "confidence", "effort"))
    impact = row.text("impact")
    if None in (reach, confidence, effort) or not impact or not effort:
        return None
    return score(reach or 0, float(impact), (confidence or 0) / 100, effort)


def compute(sheet: Sheet) -> Result:
    """Each idea's score, and the order."""
    values = {row.key: value(row) for row in sheet.rows}
    order = ranked(values)
    place = {key: str(number) for number, (key, _value) in enumerate(order, 1)}
    derived = {key: (said(found), place.get(key, "–")) for key, found in values.items()}
    return Result((lazy("Score"), lazy("Place")), derived, order)


def warn(sheet: Sheet, result: Result) -> Iterator[Caution]:
    """What makes a RICE score say less than it seems to."""
    rows = sheet.rows
    if rows and not sheet.text("period"):
        yield Caution(
            "no_period", _("Say for which period the reach counts; mixed periods cannot be compared.")
        )
    base = sheet.number("base")
    over = [row.key for row in rows if base and (row.number("reach") or 0) > base]
    if over:
        yield Caution(
            "over_base", _("More people than you have: %(items)s.") % {"items": names(sheet, "idea", over)}
        )
    guessed = [
        row.key for row in rows if (sure := row.number("confidence")) is not None and sure < LEAST_CONFIDENCE
    ]
    if guessed:
        yield Caution(
            "moonshot",
            _("Below 50 %% of confidence is a hope: test %(items)s before you rank it.")
            % {"items": names(sheet, "idea", guessed)},
        )
    must = [row.key for row in rows if row.ticked("must")]
    if must:
        yield Caution(
            "must_scored",
            _("What has to be done anyway is not ranked: take %(items)s out of the comparison.")
            % {"items": names(sheet, "idea", must)},
        )
    close = ties([found for _key, found in result.ranking])
    if close:
        pairs = ", ".join(
            f"{names(sheet, 'idea', [result.ranking[at][0]])} / {names(sheet, 'idea', [result.ranking[at + 1][0]])}"
            for at in close[:3]
        )
        yield Caution("tie", _("Within 20 %% of each other, so a tie: %(pairs)s.") % {"pairs": pairs})


def picture(sheet: Sheet, result: Result) -> Chart | None:
    """Bars in order; the whisker is the score one step of confidence lower and higher."""
    if not result.ranking:
        return None
    rows = {row.key: row for row in sheet.rows}
    drawn = [_bar(rows[key], found) for key, found in result.ranking]
    return bars(_("Ideas by RICE score"), drawn, head=[_("Idea"), _("Score")])


def _bar(row: Row, found: float) -> Bar:
    confidence = row.number("confidence") or 0
    if not confidence:
        return Bar(row.text("idea"), [found], said(found, 0))
    whole = found / confidence
    low, high = whole * max(0, confidence - 20), whole * min(100, confidence + 20)
    return Bar(row.text("idea"), [found], said(found, 0), low, high, strong=not row.ticked("must"))


EXAMPLE = Sheet(
    rows_of(
        tuple(column.key for column in COLUMNS),
        ("Remind people of an unfinished order", 5000, "0.5", 100, 1, False),
        ("Pay in three parts", 2000, "2", 80, 3, False),
        ("Invite a colleague", 900, "1", 50, 2, False),
        ("A shop of one's own", 150, "3", 50, 6, False),
    ),
    {"period": "A quarter", "base": 12000},
)
TOOL = Tool(
    key="rice",
    name=lazy("RICE"),
    family=Family.PRIORITISE,
    purpose=lazy("Put many different ideas into one order, with the guesses in the open."),
    when=lazy("Ideas of unlike size compete for one team. Not for what has to be done anyway."),
    method=lazy("Score = reach in a period × impact (3, 2, 1, 0.5 or 0.25) × confidence ÷ effort in person-months (0.5 at least)."),
    source=lazy("Sean McBride, Intercom"),
    columns=COLUMNS,
    settings=SETTINGS,
    compute=compute,
    warn=warn,
    picture=picture,
    example=EXAMPLE,
    skills=("B3", "A3", "B2"),
)  # fmt: skip
