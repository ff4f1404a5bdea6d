"""Value against effort as a tool: columns, warnings, picture, example."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from alongside.kit.charts.drawing import Chart
from alongside.kit.charts.scatter import Dot, scatter
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
    said,
)

from .computing import quadrant, ratio, split

QUADRANTS = {
    "quick": lazy("Quick win"),
    "big": lazy("Big bet"),
    "fill": lazy("In between"),
    "leave": lazy("Leave it"),
}
COLUMNS = (
    Column("idea", lazy("Idea"), needed=True),
    Column("value", lazy("Value"), Kind.NUMBER, lazy("1 to 10"), low=1, high=10, apart=True),
    Column("effort", lazy("Effort"), Kind.NUMBER, lazy("1 to 10"), low=1, high=10, apart=True),
    Column("confidence", lazy("Confidence in per cent"), Kind.NUMBER, low=0, high=100),
    Column("source", lazy("Where the value comes from"), Kind.TEXT),
    Column("after", lazy("Only after"), Kind.LINK),
)  # fmt: skip
SETTINGS = (
    Column(
        "middle",
        lazy("Where the quadrants meet"),
        Kind.CHOICE,
        choices=(("scale", lazy("The middle of the scale")), ("median", lazy("The median of the ideas"))),
    ),
)


def points(sheet: Sheet) -> dict[str, tuple[float, float]]:
    """Effort and value of the ideas that have both."""
    return {
        row.key: (row.number("effort") or 1, row.number("value") or 1)
        for row in sheet.rows
        if row.number("effort") and row.number("value")
    }


def compute(sheet: Sheet) -> Result:
    """Each idea's quadrant and its value ÷ effort."""
    found = points(sheet)
    at = split(list(found.values()), by_median=sheet.text("middle") == "median")
    values = {
        row.key: ratio(found[row.key][1], found[row.key][0]) if row.key in found else None
        for row in sheet.rows
    }
    derived = {
        key: (str(QUADRANTS[quadrant(*found[key], at)]) if key in found else "–", said(value))
        for key, value in values.items()
    }
    return Result((lazy("Quadrant"), lazy("Value ÷ effort")), derived, ranked(values))


def warn(sheet: Sheet, result: Result) -> Iterator[Caution]:
    """What makes the plane say little."""
    quadrants = {texts[0] for texts in result.derived.values()} - {"–"}
    if len(result.ranking) > 2 and len(quadrants) == 1:
        yield Caution(
            "one_quadrant",
            _("Everything lies in one quadrant: use more of the scale, or meet at the median."),
        )
    bare = [row.key for row in sheet.rows if row.number("value") and not row.text("source")]
    if bare:
        yield Caution(
            "no_source",
            _("Where does the value come from? %(ideas)s") % {"ideas": names(sheet, "idea", bare)},
        )
    bound = [row.key for row in sheet.rows if row.text("after")]
    if bound:
        yield Caution(
            "dependency",
            _("The plane does not know dependencies: %(ideas)s.") % {"ideas": names(sheet, "idea", bound)},
        )


def picture(sheet: Sheet, result: Result) -> Chart | None:
    """The ideas on the plane."""
    found = points(sheet)
    if not found:
        return None
    at = split(list(found.values()), by_median=sheet.text("middle") == "median")
    labels = {row.key: row.text("idea") for row in sheet.rows}
    dots = [
        Dot(
            labels[key],
            effort,
            value,
            [said(value), said(effort), result.derived[key][0]],
            strong=quadrant(effort, value, at) == "quick",
        )
        for key, (effort, value) in found.items()
    ]
    corners = [str(QUADRANTS[key]) for key in ("quick", "big", "fill", "leave")]
    return scatter(
        _("Value against effort"),
        dots,
        across=(_("effort"), (1, 10)),
        up=(_("value"), (1, 10)),
        split=at,
        quadrants=corners,
        head=[_("Idea"), _("Value"), _("Effort"), _("Quadrant")],
    )


TOOL = Tool(
    key="value-effort",
    name=lazy("Value and effort"),
    family=Family.PRIORITISE,
    purpose=lazy("Sort many ideas roughly in twenty minutes, together."),
    when=lazy("A first sorting, before numbers are worth their trouble."),
    method=lazy("Two numbers from 1 to 10. The quadrants meet in the middle of the scale (5.5) or at the medians; the order is value ÷ effort."),
    source=lazy("Common practice"),
    columns=COLUMNS,
    settings=SETTINGS,
    compute=compute,
    warn=warn,
    picture=picture,
    example=Sheet(
        rows_of(
            tuple(column.key for column in COLUMNS),
            ("Remember the last filter", 7, 2, 80, "Eleven of twenty dispatchers set it anew each morning", ""),
            ("Plan tours by themselves", 9, 9, 50, "Two large customers ask for it", ""),
            ("New icons", 2, 3, 90, "", ""),
            ("A report builder", 4, 8, 60, "One customer, once", ""),
        ),
        {"middle": "scale"},
    ),
    skills=("B3", "A4"),
)  # fmt: skip
