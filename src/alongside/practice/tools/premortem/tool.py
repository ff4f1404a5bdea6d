"""The pre-mortem as a tool: columns, warnings, picture, example."""

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
    Row,
    Sheet,
    Tool,
    names,
    rows_of,
    said,
    scored,
)

COLUMNS = (
    Column("reason", lazy("Why it failed"), needed=True),
    Column("who", lazy("Said by"), help=lazy("A nickname is enough")),
    Column("cluster", lazy("Cluster")),
    Column("likelihood", lazy("Likelihood"), Kind.NUMBER, lazy("1 to 5"), low=1, high=5, apart=True),
    Column("impact", lazy("Impact"), Kind.NUMBER, lazy("1 to 5"), low=1, high=5, apart=True),
    Column("sign", lazy("The earliest sign")),
    Column("action", lazy("What we do this week")),
)  # fmt: skip
SETTINGS = (
    Column("failure", lazy("What failure means here"), Kind.TEXT, lazy("It is a year later and it failed: what do you see?")),
    Column("committed", lazy("We have committed to it already"), Kind.TICK),
)  # fmt: skip


def risk(likelihood: float, impact: float) -> float:
    """likelihood × impact, each from 1 to 5: from 1 to 25. Raises ``ValueError`` outside of that range."""
    if not (1 <= likelihood <= 5 and 1 <= impact <= 5):
        raise ValueError("likelihood and impact are from 1 to 5")
    return likelihood * impact


def compute(sheet: Sheet) -> Result:
    """Each reason's rank."""
    return scored(
        {
            row.key: risk(row.number("likelihood") or 1, row.number("impact") or 1)
            if row.number("likelihood") and row.number("impact")
            else None
            for row in sheet.rows
        }
    )


def warn(sheet: Sheet, result: Result) -> Iterator[Caution]:
    """What makes it a ritual."""
    rows = sheet.rows
    if rows and not sheet.text("failure"):
        yield Caution(
            "undefined", _("Say in the settings what failure means, or everybody answers another question.")
        )
    top = [key for key, _value in result.ranking[:3]]
    bare = [row.key for row in rows if row.key in top and not row.text("action")]
    if bare:
        yield Caution(
            "no_action",
            _("The largest risks have no action this week: %(rows)s.")
            % {"rows": names(sheet, "reason", bare)},
        )
    if len(rows) > 2 and len({row.text("who") for row in rows}) == 1:
        yield Caution(
            "one_voice", _("All reasons come from one voice: let everybody write in silence first.")
        )
    if sheet.ticked("committed"):
        yield Caution(
            "too_late", _("You have committed already. Say what could still change, or it is only a lament.")
        )


def picture(sheet: Sheet, result: Result) -> Chart | None:
    """A map of five by five, the fuller the darker."""
    if not result.ranking:
        return None
    scored_rows = [row for row in sheet.rows if row.key in dict(result.ranking)]
    most = max(
        1,
        *(
            sum(_cell(row) == (likelihood, impact) for row in scored_rows)
            for likelihood in range(1, 6)
            for impact in range(1, 6)
        ),
    )
    counts = [
        [sum(_cell(row) == (likelihood, impact) for row in scored_rows) for impact in range(1, 6)]
        for likelihood in range(5, 0, -1)
    ]
    cells = [
        Line(str(likelihood), [one / most or None for one in each], marks=[str(one or "") for one in each])
        for likelihood, each in zip(range(5, 0, -1), counts, strict=True)
    ]
    by_key = {row.key: row for row in sheet.rows}
    table = [
        [by_key[key].text("reason"), said(value), by_key[key].text("sign") or "–"]
        for key, value in result.ranking
    ]
    return grid(
        _("Likelihood (up) and impact (across)"),
        cells,
        ["1", "2", "3", "4", "5"],
        head=[_("Reason"), _("Likelihood × impact"), _("Earliest sign")],
        table=table,
    )


def _cell(row: Row) -> tuple[int, int]:
    return round(row.number("likelihood") or 0), round(row.number("impact") or 0)


TOOL = Tool(
    key="premortem",
    name=lazy("Pre-mortem"),
    family=Family.WRITE,
    purpose=lazy("Hear the doubts that nobody says, while something can still be done."),
    when=lazy("Just before you commit to something large. First in silence, then in turn."),
    method=lazy("Rank = likelihood × impact, each from 1 to 5."),
    source=lazy("Gary Klein"),
    columns=COLUMNS,
    settings=SETTINGS,
    compute=compute,
    warn=warn,
    picture=picture,
    example=Sheet(
        rows_of(
            tuple(column.key for column in COLUMNS),
            ("Drivers switch it off after a week", "Mila", "Use", 4, 5, "Fewer than half open it on day three", "Ride along on Thursday"),
            ("The depots’ network is too slow", "Tom", "Technology", 3, 4, "Start takes more than ten seconds", "Measure at the north depot"),
            ("The sponsor moves on", "Ben", "Backing", 2, 5, "He cancels two reviews", "Brief his deputy too"),
        ),
        {"failure": "After a year fewer than a fifth of drivers use it"},
    ),
    skills=("A2", "C3", "C4", "E4", "F2"),
)  # fmt: skip
