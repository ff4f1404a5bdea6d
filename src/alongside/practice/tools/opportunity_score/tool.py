"""The opportunity score as a tool: columns, warnings, picture, example."""

from __future__ import annotations

import re
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
    Row,
    Sheet,
    Tool,
    names,
    ranked,
    rows_of,
    said,
)

from .computing import band, score, top_two

BANDS = {"extreme": lazy("Extreme"), "high": lazy("High"), "moderate": lazy("Moderate"), "low": lazy("Low")}
SOLUTION = re.compile(r"\b(build|add|button|feature|dashboard|app)\b", re.IGNORECASE)
RATINGS = lazy("The ratings from 1 to 5, with spaces between them, such as 5 4 4 2")
COLUMNS = (
    Column("need", lazy("Need"), needed=True, help=lazy("What people want to get done, not a feature")),
    Column("importance", lazy("How important"), Kind.TEXT, RATINGS),
    Column("satisfaction", lazy("How satisfied today"), Kind.TEXT, RATINGS),
)  # fmt: skip
SETTINGS = (Column("segment", lazy("Segment"), Kind.LINE, lazy("Who was asked: one segment, not everybody")),)


def ratings(text: str) -> list[float]:
    """The ratings of a cell; what is not from 1 to 5 is left out."""
    return [float(one) for one in re.findall(r"(?<![\d.])[1-5](?![\d.])", text)]


def shares(row: Row) -> tuple[float, float] | None:
    """Importance and satisfaction from 0 to 10, or None as long as one is missing."""
    given = ratings(row.text("importance")), ratings(row.text("satisfaction"))
    return (top_two(given[0]), top_two(given[1])) if all(given) else None


def compute(sheet: Sheet) -> Result:
    """Each need's importance, satisfaction, score and band."""
    found = {row.key: shares(row) for row in sheet.rows}
    values = {key: score(*pair) if pair else None for key, pair in found.items()}
    derived = {}
    for key, pair in found.items():
        value = values[key]
        derived[key] = (
            (said(pair[0], 1), said(pair[1], 1), said(value, 1), str(BANDS[band(value)]))
            if pair and value is not None
            else ("–",) * 4
        )
    return Result(
        (lazy("Importance"), lazy("Satisfaction"), lazy("Score"), lazy("Band")), derived, ranked(values)
    )


def warn(sheet: Sheet, result: Result) -> Iterator[Caution]:  # noqa: ARG001  the shape of every tool's warnings
    """What makes the scores weak."""
    if sheet.rows and not sheet.text("segment"):
        yield Caution(
            "no_segment",
            _("Say which segment was asked: the average of a whole market hides every opportunity."),
        )
    features = [row.key for row in sheet.rows if SOLUTION.search(row.text("need"))]
    if features:
        yield Caution(
            "feature",
            _("This reads like a solution: %(needs)s. Which need is behind it?")
            % {"needs": names(sheet, "need", features)},
        )
    over = [row.key for row in sheet.rows if (pair := shares(row)) and pair[1] > pair[0]]
    if over:
        yield Caution(
            "over_served",
            _("Better served than important: %(needs)s. Here something could be left out.")
            % {"needs": names(sheet, "need", over)},
        )


def picture(sheet: Sheet, result: Result) -> Chart | None:
    """Importance against satisfaction; to the lower right lies what is worth doing."""
    dots = []
    for row in sheet.rows:
        pair = shares(row)
        if pair:
            dots.append(
                Dot(row.text("need"), pair[0], pair[1], [*result.derived[row.key]], strong=score(*pair) >= 12)
            )
    return (
        scatter(
            _("Important and badly met"),
            dots,
            across=(_("importance"), (0, 10)),
            up=(_("satisfaction"), (0, 10)),
            split=(5, 5),
            quadrants=(_("over-served"), _("well served"), "", _("opportunity")),
            head=[_("Need"), *(str(name) for name in result.head)],
        )
        if dots
        else None
    )


TOOL = Tool(
    key="opportunity-score",
    name=lazy("Opportunity score"),
    family=Family.PRIORITISE,
    purpose=lazy("Find the needs that matter much and are met badly."),
    when=lazy("You have ratings of one segment for a list of needs."),
    method=lazy("Importance and satisfaction = share of ratings of 4 or 5, × 10. Score = importance + (importance − satisfaction, if that is more than 0), from 0 to 20. From 15 extreme, 12 high, 10 moderate."),
    source=lazy("Anthony Ulwick, outcome-driven innovation; the bands are our choice"),
    columns=COLUMNS,
    settings=SETTINGS,
    compute=compute,
    warn=warn,
    picture=picture,
    example=Sheet(
        rows_of(
            tuple(column.key for column in COLUMNS),
            ("Know before noon whether a tour will be late", "5 5 4 5 4 5 4 5 5 3", "2 1 3 4 2 2 5 1 4 2"),
            ("Find out who signed", "4 5 4 3 5 4 4 5 4 5", "4 5 4 3 5 4 4 5 4 5"),
            ("Print a list of stops", "4 2 3 4 1 2 4 4 3 2", "4 5 4 5 4 3 4 5 4 3"),
        ),
        {"segment": "Dispatchers of fleets below fifty vans"},
    ),
    skills=("A1", "A2"),
)  # fmt: skip
