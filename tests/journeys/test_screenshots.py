"""The pictures of the README and the documents, taken from the demo; each page is seen to be the one that is meant.

``ALONGSIDE_WRITE_DOCS=1 pytest tests/journeys/test_screenshots.py`` takes them anew.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from alongside.demo.load import load
from alongside.matching.search import store
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships.models import Mentorship

pytestmark = pytest.mark.django_db(transaction=True)
HERE = Path(__file__).resolve().parents[2]
PICTURES = HERE / "docs" / "screenshots"
SIZES = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}
LOOKS = [("desktop", "light"), ("desktop", "dark"), ("phone", "light")]
FIND = "Find the mentor who has done what you want to do next"
NAMED = re.compile(r"\]\(((?:docs/)?screenshots/[\w-]+\.png)\)")


@pytest.fixture
def people(transactional_db):
    """The people of the demo."""
    store.forget()
    yield load()
    store.forget()


def test_every_picture_shows_the_page_that_it_names(sit, people):
    ben, ada = people["Ben Okafor"], people["Ada Lindqvist"]
    pair = Mentorship.objects.visible_to(ben).visible_to(ada).get()
    meeting = Meeting.objects.planned().filter(mentorship=pair).earliest("starts_at")
    pages = {
        "find": ("/find/", FIND),
        "mentor": (f"/find/{people['Mei-Ling Chen'].code}/", "Mei-Ling Chen"),
        "meeting": (f"/mentoring/meetings/{meeting.code}/", "Meeting with Ada Lindqvist"),
        "today": ("/today/", "Today"),
        "workspace": (f"/mentoring/mentorships/{pair.code}/", "You and Ada Lindqvist"),
    }
    writing = bool(os.environ.get("ALONGSIDE_WRITE_DOCS"))

    for size, colours in LOOKS if writing else LOOKS[:1]:
        seat = sit(ben, viewport=SIZES[size], color_scheme=colours, reduced_motion="reduce")
        for name, (path, heading) in pages.items():
            seat.go(path, heading).wait_for_load_state("networkidle" if writing else "load")
            assert not seat.sideways()
            if writing:
                whole = size == "desktop" and name != "find"
                seat.page.screenshot(path=PICTURES / f"{name}-{size}-{colours}.png", full_page=whole)


def test_every_picture_that_a_document_names_is_there():
    documents = [HERE / "README.md", *(HERE / "docs").rglob("*.md")]

    named = {(page.parent / found) for page in documents for found in NAMED.findall(page.read_text())}

    assert named
    assert [str(one) for one in named if not one.exists()] == []
