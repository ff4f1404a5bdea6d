"""What if: the result follows, what flipped is told, nothing is saved."""

from __future__ import annotations

import pytest

from alongside.practice.tools.registry import TOOLS
from alongside.practice.tools.tool import Row, Sheet
from alongside.practice.what_if.trying import attempt
from alongside.practice.worksheets import actions
from alongside.practice.worksheets.models import Worksheet
from alongside.practice.worksheets.writing import content_of

TOOL = TOOLS["career-matrix"]


@pytest.fixture
def matrix(cast, pair):
    return actions.start(TOOL, by=cast.ben, title="Which offer?", sheet=TOOL.example, mentorship=pair)


def typed(sheet, **changes):
    forms = [form for _name, form in attempt(TOOL, sheet).rows]
    said = {field.html_name: field.value() for form in forms for field in form}
    return {key: value for key, value in (said | changes).items() if value is not None}


def text(answer) -> str:
    return answer.content.decode()


def test_a_heavier_scope_flips_the_order_and_nothing_is_saved(as_, cast, matrix, to):
    ada, address = as_(cast.ada), to("what_if.play", matrix)
    assert "Nothing is different" in text(ada.get(address))
    said = typed(TOOL.example) | {"r1-weight": "60"}
    html = text(ada.post(address, said, headers={"HX-Request": "true"}))

    assert ("<h1>" in html, "Mid-size" in html, "30 → <b>60</b>" in html) == (False, True, True)
    assert html.index("Mid-size") < html.index("Enterprise")
    assert (content_of(matrix).sheet, Worksheet.objects.get().number) == (TOOL.example, 1)


def test_what_is_wrong_counts_as_it_was(as_, cast, matrix, to):
    answer = as_(cast.ben).post(to("what_if.play", matrix), typed(TOOL.example) | {"r1-weight": "-4"})

    assert (answer.status_code, "“Weight” is 0 or more" in text(answer)) == (422, True)


def test_it_is_hidden_from_others(as_, cast, matrix, to):
    for outsider in (cast.eve, cast.cleo, cast.dev):
        assert as_(outsider).get(to("what_if.play", matrix)).status_code == 404


@pytest.mark.parametrize("key", TOOLS)
def test_one_can_play_with_every_tool(as_, cast, db, to, key):
    made = actions.start(TOOLS[key], by=cast.ben, title="Mine", sheet=TOOLS[key].example)

    assert as_(cast.ben).get(to("what_if.play", made)).status_code == 200


def test_a_long_sheet_is_played_with_in_its_first_hundred_rows():
    sheet = Sheet(tuple(Row(f"r{at}", {"criterion": "x", "weight": 1.0}) for at in range(150)))
    tried = attempt(TOOL, sheet, {"r0-weight": "5"})

    assert (len(tried.rows), len(tried.sheet.rows), tried.sheet.rows[0].number("weight")) == (100, 150, 5)
