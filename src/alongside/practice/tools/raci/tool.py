"""RACI as a tool: columns, warnings, picture, example."""

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
    Sheet,
    Tool,
    names,
    rows_of,
)

from .computing import load, people

MOST_CONSULTED, MOST_LOAD = 3, 0.5
ROLES = (
    ("r", lazy("Responsible"), "R"),
    ("a", lazy("Accountable"), "A"),
    ("c", lazy("Consulted"), "C"),
    ("i", lazy("Informed"), "I"),
)
COLUMNS = (
    Column("decision", lazy("Decision or task"), needed=True),
    Column("r", lazy("Responsible"), help=lazy("Who does it; several with commas between them")),
    Column("a", lazy("Accountable"), help=lazy("Exactly one who answers for it")),
    Column("c", lazy("Consulted"), help=lazy("Asked before")),
    Column("i", lazy("Informed"), help=lazy("Told after")),
)  # fmt: skip
SETTINGS = (
    Column("map", lazy("Who stands on the stakeholder map"), Kind.TEXT, lazy("One a line, to compare with; empty: nobody is compared")),
)  # fmt: skip


def everybody(sheet: Sheet) -> list[str]:
    """All names on the sheet, in the order in which they come."""
    return list(
        dict.fromkeys(
            name for row in sheet.rows for key, _label, _mark in ROLES for name in people(row.text(key))
        )
    )


def compute(sheet: Sheet) -> Result:
    """For each decision whether it is complete; for each person how often they are what."""
    derived = {}
    for row in sheet.rows:
        accountable, responsible = people(row.text("a")), people(row.text("r"))
        fine = len(accountable) == 1 and bool(responsible)
        derived[row.key] = (_("clear") if fine else _("open"),)
    figures = tuple(
        (
            name,
            " ".join(
                f"{mark}{count}"
                for key, _label, mark in ROLES
                if (count := sum(name in people(row.text(key)) for row in sheet.rows))
            ),
        )
        for name in everybody(sheet)
    )
    return Result((lazy("Roles"),), derived, (), figures)


def warn(sheet: Sheet, result: Result) -> Iterator[Caution]:  # noqa: ARG001  the shape of every tool's warnings
    """Where roles are unclear or too many."""
    rows = sheet.rows
    checks = (
        ("not_one", [row.key for row in rows if len(people(row.text("a"))) != 1], _("Exactly one answers for a decision; here it is nobody or several: %(rows)s.")),
        ("nobody_does", [row.key for row in rows if not people(row.text("r"))], _("Nobody does it: %(rows)s.")),
        ("many_consulted", [row.key for row in rows if len(people(row.text("c"))) > MOST_CONSULTED], _("More than three are asked before: %(rows)s. Whom would it be enough to tell?")),
    )  # fmt: skip
    for key, found, text in checks:
        if found:
            yield Caution(key, text % {"rows": names(sheet, "decision", found)})
    mapped = {name.strip().casefold() for name in sheet.text("map").splitlines() if name.strip()}
    absent = [name for name in everybody(sheet) if mapped and name.casefold() not in mapped]
    if absent:
        yield Caution("not_mapped", _("Not on the stakeholder map: %(who)s.") % {"who": ", ".join(absent)})
    heavy = [
        name
        for name, share in load(people(row.text("a")) for row in rows).items()
        if share > MOST_LOAD and len(rows) > 2
    ]
    if heavy:
        yield Caution("heavy", _("More than half hangs on one person: %(who)s.") % {"who": ", ".join(heavy)})
    crowd = [
        row.key
        for row in rows
        if len(everybody(sheet)) > 3 and len(people(row.text("i"))) >= len(everybody(sheet)) - 1
    ]
    if crowd:
        yield Caution(
            "all_informed",
            _("Everybody is told of it: %(rows)s. A note to all would do.")
            % {"rows": names(sheet, "decision", crowd)},
        )


def picture(sheet: Sheet, result: Result) -> Chart | None:  # noqa: ARG001  the shape of every tool's picture
    """The matrix of decisions and people."""
    who = everybody(sheet)
    if not who:
        return None
    strength = {"a": 1.0, "r": 0.7, "c": 0.3, "i": 0.1}
    rows, table = [], []
    for row in sheet.rows:
        roles = [
            [(key, mark) for key, _label, mark in ROLES if name in people(row.text(key))] for name in who
        ]
        rows.append(
            Line(
                row.text("decision"),
                [max((strength[key] for key, _mark in each), default=None) for each in roles],
                marks=["".join(mark for _key, mark in each) for each in roles],
            )
        )
        table.append([row.text("decision"), *("".join(mark for _key, mark in each) or "–" for each in roles)])
    return grid(_("Who is what"), rows, who, head=[_("Decision"), *who], table=table)


TOOL = Tool(
    key="raci",
    name=lazy("RACI"),
    family=Family.PEOPLE,
    purpose=lazy("Agree who decides, before it is a quarrel."),
    when=lazy("Responsibility without authority, or two people who both think that they decide."),
    method=lazy("Each decision has exactly one accountable and at least one responsible. People’s totals are counted."),
    source=lazy("Common practice"),
    columns=COLUMNS,
    settings=SETTINGS,
    compute=compute,
    warn=warn,
    picture=picture,
    example=Sheet(rows_of(
        tuple(column.key for column in COLUMNS),
        ("What is in the release", "Ben", "Ben", "Engineering lead, Operations", "Sales"),
        ("The date of the release", "Engineering lead", "Director", "Ben, Operations", "Sales"),
        ("The price", "Finance", "Director", "Ben, Sales", "Operations"),
    )),
    skills=("D1", "E1", "E3"),
)  # fmt: skip
