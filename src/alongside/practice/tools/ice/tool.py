"""ICE as a tool: columns, warnings, picture, example."""

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

from .computing import score

PARTS = ("impact", "confidence", "ease")
SURE = 7
FAR_APART = 3
COLUMNS = (
    Column("idea", lazy("Idea"), needed=True),
    Column("impact", lazy("Impact"), Kind.NUMBER, lazy("1 to 10"), low=1, high=10, apart=True),
    Column("confidence", lazy("Confidence"), Kind.NUMBER, lazy("1 to 10"), low=1, high=10, apart=True),
    Column("ease", lazy("Ease"), Kind.NUMBER, lazy("1 to 10; 10 is done today"), low=1, high=10, apart=True),
    Column("evidence", lazy("Evidence"), Kind.TEXT, lazy("What the confidence rests on")),
    Column("scorers", lazy("How many people scored it"), Kind.NUMBER, low=1),
    Column("spread", lazy("How far they are apart"), Kind.NUMBER, lazy("The highest score less the lowest, where they differ most"), low=0, high=9),
)  # fmt: skip
SETTINGS = (Column("mode", lazy("Way of scoring"), Kind.CHOICE, choices=(("product", lazy("Product of the three")), ("mean", lazy("Mean of the three")))),)  # fmt: skip


def compute(sheet: Sheet) -> Result:
    """Each idea's score, and the order; the same way of scoring for all."""
    mean = sheet.text("mode") == "mean"
    values = {row.key: _value(row, mean) for row in sheet.rows}
    order = ranked(values)
    place = {key: str(number) for number, (key, _found) in enumerate(order, 1)}
    derived = {key: (said(found), place.get(key, "–")) for key, found in values.items()}
    way = lazy("Mean of the three") if mean else lazy("Product of the three")
    return Result((lazy("Score"), lazy("Place")), derived, order, ((lazy("Way of scoring"), str(way)),))


def warn(sheet: Sheet, result: Result) -> Iterator[Caution]:  # noqa: ARG001  the shape of every tool's warnings
    """What makes ICE a matter of mood."""
    rows = [row for row in sheet.rows if row.number("confidence")]
    sure = [row for row in rows if (row.number("confidence") or 0) > SURE]
    if rows and len(sure) == len(rows) and not any(row.text("evidence") for row in rows):
        yield Caution(
            "sure_without_evidence",
            _(
                "You are sure of everything and nothing has evidence: write down what the confidence rests on."
            ),
        )
    alone = [row.key for row in rows if (row.number("scorers") or 1) < 2]
    if alone:
        yield Caution(
            "one_scorer",
            _("Scored by one person: %(items)s. Score apart with your mentor or a colleague, then compare.")
            % {"items": names(sheet, "idea", alone)},
        )
    far = [row.key for row in rows if (row.number("spread") or 0) > FAR_APART]
    if far:
        yield Caution(
            "far_apart",
            _("More than 3 points between those who scored: %(items)s. Ask what each of them knows first.")
            % {"items": names(sheet, "idea", far)},
        )
    if sheet.rows and not sheet.text("mode"):
        yield Caution(
            "no_mode", _("Choose the way of scoring in the settings; product and mean give different orders.")
        )


def picture(sheet: Sheet, result: Result) -> Chart | None:
    """Bars in order."""
    if not result.ranking:
        return None
    ideas = {row.key: row.text("idea") for row in sheet.rows}
    drawn = [Bar(ideas[key], [found], said(found)) for key, found in result.ranking]
    return bars(_("Ideas by ICE score"), drawn, head=[_("Idea"), _("Score")])


def _value(row: Row, mean: bool) -> float | None:
    given = [row.number(part) for part in PARTS]
    if any(one is None for one in given):
        return None
    return score(*(one or 0 for one in given), mean=mean)


EXAMPLE = Sheet(
    rows_of(
        tuple(column.key for column in COLUMNS),
        ("Shorter sign-up", 6, 8, 7, "Seven of ten stopped at the third page", 2, 1),
        ("A weekly tip by mail", 4, 5, 9, "", 2, 3),
        ("Start with an example project", 8, 6, 4, "Four of five in the test began at once", 2, 2),
    ),
    {"mode": "product"},
)
TOOL = Tool(
    key="ice",
    name=lazy("ICE"),
    family=Family.PRIORITISE,
    purpose=lazy("Pick the next experiments quickly, and see whose confidence rests on what."),
    when=lazy("Small experiments of a growth team. Not for work of many months."),
    method=lazy("Score = impact × confidence × ease, or the mean of the three, each from 1 to 10. The sheet says which."),
    source=lazy("Sean Ellis and Morgan Brown (mean); Itamar Gilad (product)"),
    columns=COLUMNS,
    settings=SETTINGS,
    compute=compute,
    warn=warn,
    picture=picture,
    example=EXAMPLE,
    skills=("B3",),
)  # fmt: skip
