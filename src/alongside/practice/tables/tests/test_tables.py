"""Tables come in from CSV and Markdown, and go out as CSV, Markdown and JSON."""

from __future__ import annotations

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.kit.errors import Refused
from alongside.practice.tables.matching import bring, guess, settings_in
from alongside.practice.tables.reading import decode, read
from alongside.practice.tables.taking import as_csv, as_json, as_markdown
from alongside.practice.tools.registry import TOOLS
from alongside.practice.tools.tool import Row, Sheet
from alongside.practice.worksheets import actions
from alongside.practice.worksheets.models import Worksheet
from alongside.practice.worksheets.writing import content_of

TOOL = TOOLS["moscow"]
CSV = "Feature;Days;Category;Notes\nOffline mode;13;Must;Dead zones\nA map;2,5;could;\n"
MARKDOWN = "| Item | Effort | Category |\n| --- | ---: | --- |\n| A \\| B | 3 | Should |\n"


@pytest.fixture
def empty(cast, pair):
    return actions.start(TOOL, by=cast.ben, title="Autumn", mentorship=pair)


def text(answer) -> str:
    return answer.content.decode()


def test_other_column_names_are_mapped_previewed_and_brought(as_, cast, empty, to):
    ben, address = as_(cast.ben), to("tables.bring", empty)
    assert ben.get(address).status_code == 200
    looked = ben.post(address, {"table": CSV})
    assert (looked.status_code, "Offline mode" in text(looked), "Left out:" in text(looked)) == (
        200,
        True,
        True,
    )
    said = {"table": CSV, "to-item": "0", "to-effort": "1", "to-category": "2", "to-reason": "3"}
    wrong = ben.post(address, said | {"bring": "1"})
    assert (wrong.status_code, "Line 3: “Effort” is a number" in text(wrong)) == (422, True)
    assert content_of(empty).sheet.rows == ()

    ben.post(address, said | {"table": CSV.replace("2,5", "2.5"), "bring": "1"})
    rows = content_of(Worksheet.objects.get()).sheet.rows
    assert [(row.text("item"), row.number("effort"), row.text("category")) for row in rows] == [
        ("Offline mode", 13, "M"), ("A map", 2.5, "C"),
    ]  # fmt: skip


def test_a_file_comes_before_what_was_pasted(as_, cast, empty, to):
    file = SimpleUploadedFile("t.csv", "\ufeffItem,Effort\nÜbersicht,3\n".encode())
    html = text(as_(cast.ben).post(to("tables.bring", empty), {"table": "nothing", "file": file}))

    assert "Übersicht" in html


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "Paste a table"), (b"Item,Effort", "one line only"), (b"PK\x03\x04zip", "not a table in text"),
        (b"%PDF-1.7", "not a table in text"), (b"Item\n" + b"x\n" * 501, "larger than 500 rows"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_table_is_told_of(as_, cast, empty, to, data, told):
    said = {"table": "x", "file": SimpleUploadedFile("t.csv", data)} if data else {"table": ""}
    answer = as_(cast.ben).post(to("tables.bring", empty), said)

    assert (answer.status_code, told in text(answer)) == (422, True)


def test_a_file_that_is_too_large_is_told_of(as_, cast, empty, to):
    answer = as_(cast.ben).post(
        to("tables.bring", empty), {"file": SimpleUploadedFile("t.csv", b"x" * (1024 * 1024 + 1))}
    )
    assert (answer.status_code, "larger than 1 MB" in text(answer)) == (422, True)


def test_markdown_and_other_alphabets_are_read():
    table = read(MARKDOWN)
    assert (table.head, table.rows) == (("Item", "Effort", "Category"), (("A | B", "3", "Should"),))
    assert bring(TOOL, table, guess(TOOL, table)).rows[0]["category"] == "S"
    assert decode("caf\xe9".encode("cp1252")) == "café"
    with pytest.raises(Refused, match="larger than a cell"):
        read("a,b\n" + '"' + "x" * 200_000 + '",1')


def test_ticks_and_unknown_names_find_their_way():
    tool = TOOLS["rice"]
    table = read("Thing,Has to be done anyway,Confidence\nA,yes,80 %\nB,,50\n")
    brought = bring(tool, table, guess(tool, table))
    assert [(row["idea"], row["must"], row["confidence"]) for row in brought.rows] == [
        ("A", True, 80.0), ("B", False, 50.0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("way", "kind"), [("csv", "text/csv"), ("md", "text/markdown"), ("json", "application/json")]
)
def test_it_is_taken_out_in_three_ways(as_, cast, sheet, to, way, kind):
    answer = as_(cast.ada).get(to("tables.take", sheet, way))

    assert answer.headers["Content-Type"].startswith(kind)
    assert answer.headers["Content-Disposition"] == f'attachment; filename="spring-release.{way}"'
    assert "Sign for a delivery" in text(answer)


def test_another_way_does_not_exist(as_, cast, sheet, to):
    assert as_(cast.ada).get(to("tables.take", sheet, "exe")).status_code == 404


def test_no_text_becomes_a_formula_or_another_column():
    sheet = Sheet((Row("r1", {"item": "=HYPERLINK(1)", "effort": -0.0, "reason": "a | b\nc"}),))

    assert "'=HYPERLINK(1)" in as_csv(TOOL, sheet)
    assert "a \\| b<br>c" in as_markdown(TOOL, sheet)
    assert json.loads(as_json(TOOL, sheet))["rows"][0]["key"] == "r1"


@pytest.mark.parametrize("key", TOOLS)
def test_what_is_taken_out_comes_back_the_same(key):
    tool = TOOLS[key].called(TOOLS[key].example)
    table, marked = read(as_csv(tool, tool.example)), read(as_markdown(tool, tool.example))
    brought = bring(tool, table, guess(tool, table))

    assert brought.wrong == ()
    for found in (table, marked):
        settings, wrong = settings_in(tool, found, Sheet())
        said = {key: value for key, value in tool.example.settings.items() if value not in (None, "", False)}
        assert wrong == ()
        assert {name: value for name, value in settings.items() if value} == said
    for row, cells in zip(tool.example.rows, brought.rows, strict=True):
        for column in tool.columns:
            assert (cells[column.key] or None) == (row.cells.get(column.key) or None), (key, column.key)


@pytest.mark.parametrize(
    ("count", "status", "sentence"), [(500, 200, "500"), (501, 422, "larger than 500 rows")]
)
def test_five_hundred_rows_are_pasted_and_one_more_is_refused_with_the_text_kept(
    as_, cast, empty, to, count, status, sentence
):
    pasted = "item,effort\n" + "".join(f"Thing {at},1\n" for at in range(count))
    ben, address = as_(cast.ben), to("tables.bring", empty)
    looked = ben.post(address, {"table": pasted})

    assert (looked.status_code, sentence in looked.content.decode()) == (status, True)
    assert f"Thing {count - 1},1" in looked.content.decode()
    ben.post(address, {"table": pasted, "bring": "1"})
    assert len(content_of(Worksheet.objects.get(pk=empty.pk)).sheet.rows) == (count if status == 200 else 0)


SETTINGS = "item,effort\nThing,1\n\nsetting,name,value,,\ncapacity,Capacity,{},,\nnone,None,3\n"


def test_settings_come_along_to_an_empty_sheet_and_stay_as_they_are_on_another(as_, cast, empty, sheet, to):
    ben, pasted = as_(cast.ben), SETTINGS.format(20)
    looked = ben.post(to("tables.bring", empty), {"table": pasted}).text
    ben.post(to("tables.bring", empty), {"table": pasted, "bring": "1"})
    before = content_of(sheet).sheet.settings
    as_(cast.ada).post(to("tables.bring", sheet), {"table": pasted, "bring": "1"})
    kept = content_of(Worksheet.objects.get(pk=empty.pk)).sheet

    assert "Settings that come along" in looked
    assert (kept.settings["capacity"], len(kept.rows)) == (20, 1)
    assert content_of(Worksheet.objects.get(pk=sheet.pk)).sheet.settings == before


def test_a_setting_that_cannot_be_is_told_and_nothing_is_brought(as_, cast, empty, to):
    answer = as_(cast.ben).post(to("tables.bring", empty), {"table": SETTINGS.format("much"), "bring": "1"})

    assert (answer.status_code, "is a number" in answer.text, "much" in answer.text) == (422, True, True)
    assert content_of(Worksheet.objects.get(pk=empty.pk)).sheet.rows == ()
