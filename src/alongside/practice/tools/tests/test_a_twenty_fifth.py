"""A tool that this test defines, used from its first row to its print: so little is a tool."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.kit.charts.bars import Bar, bars
from alongside.practice.tools.registry import TOOLS
from alongside.practice.tools.tool import (
    Caution,
    Column,
    Family,
    Kind,
    Result,
    Sheet,
    Tool,
    rows_of,
    scored,
)
from alongside.practice.worksheets.models import Worksheet
from alongside.practice.worksheets.writing import content_of

COLUMNS = (
    Column("meal", "Meal", needed=True),
    Column("joy", "Joy", Kind.NUMBER, low=0, high=10, apart=True),
    Column("cost", "Cost", Kind.NUMBER, low=1),
)


def compute(sheet: Sheet) -> Result:
    return scored({row.key: (row.number("joy") or 0) / (row.number("cost") or 1) for row in sheet.rows})


def warn(sheet: Sheet, result: Result):
    if any((row.number("joy") or 0) < 2 for row in sheet.rows):
        yield Caution("joyless", "Life is short.")


LUNCH = Tool(
    key="lunch", name="Lunch", family=Family.PRIORITISE, purpose="Eat well.", when="At noon.", method="Joy ÷ cost.",
    source="Our own", columns=COLUMNS, compute=compute, warn=warn,
    picture=lambda sheet, _result: bars(
        "Meals", [Bar(row.text("meal"), [1.0], "1") for row in sheet.rows], head=["Meal", "One"]
    ),
    example=Sheet(rows_of(("meal", "joy", "cost"), ("Soup", 6.0, 3.0), ("Cake", 9.0, 4.0))),
)  # fmt: skip


@pytest.fixture(autouse=True)
def offered(monkeypatch):
    monkeypatch.setitem(TOOLS, "lunch", LUNCH)


def test_it_is_offered_started_filled_warned_of_undone_brought_and_taken(as_, cast, pair, to):
    ben, ada = as_(cast.ben), as_(cast.ada)
    assert "Lunch" in ben.get(reverse("tools.index")).content.decode()
    said = {"title": "Monday", "begin": "example", "mentorship": pair.code}
    ben.post(reverse("tools.start", args=["lunch"]), said)
    sheet = Worksheet.objects.get()
    ben.post(to("rows.add", sheet), {"meal": "Toast", "joy": "1", "cost": "1"})
    html = ada.get(to("worksheets.show", sheet)).content.decode()
    assert ("Toast" in html, "Life is short." in html, "<svg" in html, "2.25" in html) == (True,) * 4
    ada.post(to("worksheets.dismiss", sheet, "joyless"), {"why": "It is Monday"})
    ada.post(to("comments.index", sheet), {"row": "r1", "column": "joy", "text": "More!", "suggestion": "7"})
    ben.post(to("comments.take", sheet.comments.get()))
    assert content_of(Worksheet.objects.get()).row("r1").number("joy") == 7
    ben.post(to("versions.undo", sheet))
    ben.post(to("scoring.begin", sheet))
    assert ben.get(to("scoring.judge", sheet)).status_code == 200
    assert ben.get(to("what_if.play", sheet)).status_code == 200
    table = {"table": "Meal,Joy\nPie,8\n", "to-meal": "0", "to-joy": "1", "bring": "1"}
    assert ben.post(to("tables.bring", sheet), table).status_code == 302
    assert "Pie" in ben.get(to("tables.take", sheet, "md")).content.decode()
    assert ben.get(to("worksheets.print", sheet)).status_code == 200
