"""Every practice tool on a small phone, by keyboard alone, and without an accessibility fault; and their pictures.

``ALONGSIDE_WRITE_DOCS=1 pytest tests/journeys/test_practice_tools.py`` takes the pictures of docs/tools.md anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.utils.translation import override

from alongside.practice.tools.registry import TOOLS
from alongside.practice.worksheets import actions
from alongside.practice.worksheets.models import Worksheet
from alongside.practice.worksheets.writing import content_of
from tests.journeys.hands import Keyboard

pytestmark = pytest.mark.django_db(transaction=True)
DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "tools.md"
PICTURES = DOCUMENT.parent / "screenshots" / "tools"
PHONE, WIDE = {"width": 320, "height": 700}, {"width": 1000, "height": 1600}
SHARES = 4
FEW = "() => document.querySelectorAll('#sheet tr:nth-child(n + 9)').forEach(row => row.remove())"
"""A picture shows the first rows of a long sheet."""
HEAD = """# The practice tools in pictures

Each tool with its worked example, as a test of the browser finds it. [Practice](practice.md) tells how a tool is made.
The request for an introduction is a page of the mentorship itself: what is written there goes to the mentor, and with
both sides' yes to the third person.
"""


def sheets(person, keys):
    """A worksheet for each tool, with its worked example."""
    return {
        key: actions.start(TOOLS[key], by=person, title=str(TOOLS[key].name), sheet=TOOLS[key].example)
        for key in keys
    }


@pytest.mark.parametrize("share", range(SHARES))
def test_every_tool_is_for_everybody(sit, cast, transactional_db, share):
    made = sheets(cast.ben, list(TOOLS)[share::SHARES])
    seat = sit(cast.ben, viewport=PHONE)
    for key, worksheet in made.items():
        seat.go(f"/practice/worksheets/{worksheet.code}/", worksheet.title)
        assert not seat.sideways()
        change_by_keyboard(seat, TOOLS[key], worksheet)


def change_by_keyboard(seat, tool, worksheet):
    """Open the first row, give it another name, save: all of it with the keyboard."""
    hands, row = Keyboard(seat), content_of(worksheet).sheet.rows[0]
    hands.press(f"Change {row.text(tool.title)}")
    seat.page.evaluate("() => scrollTo(0, 0)")  # a control under the head of the page is not too small
    seat.scan(worksheet.title)
    hands.fill(str(tool.columns[0].label), "Named by keyboard")
    hands.press("Save and close")
    saved = content_of(Worksheet.objects.get(pk=worksheet.pk)).sheet.rows[0]
    assert saved.text(tool.title) == "Named by keyboard"


@pytest.mark.skipif(not os.environ.get("ALONGSIDE_WRITE_DOCS"), reason="takes the pictures of the documents")
def test_the_pictures_are_taken(sit, cast, transactional_db):
    PICTURES.mkdir(exist_ok=True)
    seat = sit(cast.ben, viewport=WIDE, reduced_motion="reduce")
    for key, worksheet in sheets(cast.ben, TOOLS).items():
        seat.go(f"/practice/worksheets/{worksheet.code}/", worksheet.title)
        seat.page.evaluate(FEW)
        seat.page.locator("#sheet").screenshot(path=PICTURES / f"{key}.png")
    DOCUMENT.write_text(written())


def written() -> str:
    """The document: each tool with what it is for and its picture."""
    with override("en-gb"):
        parts = [
            f"## {tool.name}\n\n{tool.purpose}\n\n![{tool.name}](screenshots/tools/{key}.png)\n"
            for key, tool in TOOLS.items()
        ]
    return "\n".join([HEAD, *parts])


def test_the_document_shows_every_tool(db):
    assert DOCUMENT.read_text() == written()
    assert [key for key in TOOLS if not (PICTURES / f"{key}.png").exists()] == []
