"""The stakeholder map as a tool: columns, warnings, picture, example."""

from __future__ import annotations

import datetime as dt
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

from .computing import SPLIT, quadrant, urgency

QUADRANTS = {
    "manage": lazy("Work with closely"),
    "satisfy": lazy("Keep satisfied"),
    "inform": lazy("Keep informed"),
    "monitor": lazy("Look now and then"),
}
STANCES = (
    ("-2", lazy("Against it")),
    ("-1", lazy("Doubts it")),
    ("0", lazy("Neutral")),
    ("1", lazy("For it")),
    ("2", lazy("Fights for it")),
)
COLUMNS = (
    Column("who", lazy("Who"), needed=True, help=lazy("A role is often better than a name: write nothing that would embarrass you if they read it")),
    Column("power", lazy("Power"), Kind.NUMBER, lazy("1 to 5"), low=1, high=5, apart=True),
    Column("interest", lazy("Interest"), Kind.NUMBER, lazy("1 to 5"), low=1, high=5, apart=True),
    Column("now", lazy("Stands now"), Kind.CHOICE, choices=STANCES, apart=True),
    Column("needed", lazy("Is needed to stand"), Kind.CHOICE, choices=STANCES),
    Column("cares", lazy("Cares about"), Kind.TEXT),
    Column("owner", lazy("Who talks to them")),
    Column("talked", lazy("Last talked"), Kind.DATE),
)  # fmt: skip
SETTINGS = (Column("today", lazy("As of"), Kind.DATE),)


def compute(sheet: Sheet) -> Result:
    """Each one's part of the map, the way to go, and whom to talk to first."""
    derived, values = {}, {}
    for row in sheet.rows:
        power, interest = row.number("power"), row.number("interest")
        part = str(QUADRANTS[quadrant(power, interest)]) if power and interest else "–"
        gap = (
            float(row.text("needed")) - float(row.text("now"))
            if row.text("needed") and row.text("now")
            else None
        )
        values[row.key] = (
            urgency(power, float(row.text("now")), float(row.text("needed")))
            if power and gap is not None
            else None
        )
        derived[row.key] = (part, f"{gap:+g}" if gap else said(gap), said(values[row.key]))
    return Result((lazy("Part of the map"), lazy("Way to go"), lazy("Power × way")), derived, ranked(values))


def warn(sheet: Sheet, result: Result) -> Iterator[Caution]:  # noqa: ARG001  the shape of every tool's warnings
    """Whom one forgets."""
    key = [
        row
        for row in sheet.rows
        if (row.number("power") or 0) >= SPLIT and (row.number("interest") or 0) >= SPLIT
    ]
    lone = [row.key for row in key if not row.text("owner")]
    if lone:
        yield Caution("no_owner", _("Nobody talks to %(who)s.") % {"who": names(sheet, "who", lone)})
    quiet = [row.key for row in key if _days(row.text("talked"), sheet.text("today")) > 30]
    if quiet:
        yield Caution("quiet", _("Not talked for 30 days: %(who)s.") % {"who": names(sheet, "who", quiet)})
    if sheet.rows:
        yield Caution(
            "real_people",
            _(
                "This is about real people. Keep it private, or share it only with who may read every word; roles do as well as names."
            ),
        )


def picture(sheet: Sheet, result: Result) -> Chart | None:
    """The map, split at 3."""
    dots = [
        Dot(
            row.text("who"),
            row.number("interest") or 1,
            row.number("power") or 1,
            list(result.derived[row.key]),
            strong=(dict(result.ranking).get(row.key) or 0) > 0,
        )
        for row in sheet.rows
        if row.number("power") and row.number("interest")
    ]
    corners = [str(QUADRANTS[key]) for key in ("satisfy", "manage", "monitor", "inform")]
    return (
        scatter(
            _("Power and interest"),
            dots,
            across=(_("interest"), (0.5, 5.5)),
            up=(_("power"), (0.5, 5.5)),
            split=(2.5, 2.5),
            quadrants=corners,
            head=[_("Who"), *(str(name) for name in result.head)],
        )
        if dots
        else None
    )


def _days(then: str, today: str) -> int:
    return (dt.date.fromisoformat(today) - dt.date.fromisoformat(then)).days if then and today else 0


TOOL = Tool(
    key="stakeholder-map",
    name=lazy("Stakeholder map"),
    family=Family.PEOPLE,
    purpose=lazy("See who decides, who cares, and whom to talk to first."),
    when=lazy("A project needs people who do not report to you. Private unless you share it."),
    method=lazy("Power and interest from 1 to 5, high from 3. The way to go = where they are needed − where they stand (−2 to 2); first comes who has the most power × way."),
    source=lazy("Aubrey Mendelow"),
    columns=COLUMNS,
    settings=SETTINGS,
    compute=compute,
    warn=warn,
    picture=picture,
    example=Sheet(
        rows_of(
            tuple(column.key for column in COLUMNS),
            ("Head of operations", 5, 5, "-1", "1", "Night shifts that end on time", "Ben", "2026-10-01"),
            ("Works council", 4, 2, "0", "0", "Nobody is watched", "Mila", "2026-11-10"),
            ("Drivers of the north depot", 2, 5, "1", "2", "Fewer calls", "Ben", "2026-11-18"),
        ),
        {"today": "2026-11-23"},
    ),
    skills=("D1", "D4"),
)  # fmt: skip
