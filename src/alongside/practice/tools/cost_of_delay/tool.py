"""Cost of delay as a tool: columns, warnings, picture, example."""

from __future__ import annotations

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
    rows_of,
    said,
    scored,
)

from .computing import Job, cd3, cheapest, order_cost

COLUMNS = (
    Column("job", lazy("Job"), needed=True),
    Column("cost", lazy("Cost of delay a week"), Kind.NUMBER, lazy("Money, or points, the same for all"), low=0, apart=True),
    Column("weeks", lazy("Duration in weeks"), Kind.NUMBER, low=0.1, high=520, apart=True),
    Column("deadline", lazy("A cliff"), Kind.DATE, lazy("The day on which it suddenly loses its worth")),
    Column("after", lazy("Only after"), Kind.LINK),
)  # fmt: skip
SETTINGS = (Column("unit", lazy("Unit of the cost"), Kind.LINE, lazy("Such as thousand euro a week")),)


def jobs_of(sheet: Sheet) -> dict[str, Job]:
    """The jobs that have both numbers."""
    return {
        row.key: (row.number("cost") or 0.0, row.number("weeks") or 0.0)
        for row in sheet.rows
        if row.number("cost") is not None and row.number("weeks")
    }


def compute(sheet: Sheet) -> Result:
    """Each job's CD3, the best order, and what it saves against the order of the sheet."""
    jobs = jobs_of(sheet)
    best, now = order_cost(cheapest(jobs), jobs), order_cost(list(jobs), jobs)
    figures = (
        (lazy("Cost of the best order"), said(best)),
        (lazy("Cost of the order of the sheet"), said(now)),
    )
    return scored({row.key: cd3(*jobs[row.key]) if row.key in jobs else None for row in sheet.rows}, figures)


def warn(sheet: Sheet, result: Result) -> Iterator[Caution]:
    """What the simple rule does not know."""
    if sheet.rows and not sheet.text("unit"):
        yield Caution(
            "no_unit", _("Say in the settings in which unit the cost is; different units cannot be compared.")
        )
    cliffs = [row.key for row in sheet.rows if row.text("deadline")]
    if cliffs:
        yield Caution(
            "cliff",
            _("A cliff is no steady cost: look at %(jobs)s by hand before you trust the order.")
            % {"jobs": names(sheet, "job", cliffs)},
        )
    place = {names(sheet, "job", [key]): at for at, (key, _value) in enumerate(result.ranking)}
    early = [
        row.key
        for row in sheet.rows
        if row.text("after") in place and place.get(row.text("job"), 0) < place[row.text("after")]
    ]
    if early:
        yield Caution(
            "dependency",
            _("The order puts %(jobs)s before what it depends on.") % {"jobs": names(sheet, "job", early)},
        )


def picture(sheet: Sheet, result: Result) -> Chart | None:
    """The best order on a line of time."""
    jobs, at, spans = jobs_of(sheet), 0.0, []
    labels = {row.key: row.text("job") for row in sheet.rows}
    for key, value in result.ranking:
        cost, weeks = jobs[key]
        spans.append(
            (
                labels[key],
                at,
                at + weeks,
                _("finished in week %(week)s, has cost %(cost)s, CD3 %(score)s")
                % {"week": said(at + weeks), "cost": said(cost * (at + weeks)), "score": said(value)},
            )
        )
        at += weeks
    return (
        gantt(_("The order that costs least"), spans, unit=_("weeks"), head=[_("Job"), _("Result")])
        if spans
        else None
    )


TOOL = Tool(
    key="cost-of-delay",
    name=lazy("Cost of delay"),
    family=Family.PRIORITISE,
    purpose=lazy("See what waiting costs a week, and in which order one team loses least."),
    when=lazy("Several jobs are worth doing and the question is only which comes first."),
    method=lazy("CD3 = cost of delay a week ÷ duration in weeks. The cost of an order is the sum of each cost × the week in which the job is finished; the highest CD3 first costs least in one queue."),
    source=lazy("Donald Reinertsen"),
    columns=COLUMNS,
    settings=SETTINGS,
    compute=compute,
    warn=warn,
    picture=picture,
    example=Sheet(
        rows_of(
            tuple(column.key for column in COLUMNS),
            ("New tariff", 10, 5, None, ""),
            ("Fix the sign-up", 4, 1, None, ""),
            ("Report for the regulator", 9, 3, "2027-03-31", ""),
        ),
        {"unit": "Thousand euro a week"},
    ),
    skills=("B3", "B2"),
)  # fmt: skip
