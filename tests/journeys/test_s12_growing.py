"""S12, grow as a person: a set-back is written down, read anew, shown to one mentor, and taken back."""

from __future__ import annotations

import pytest

from alongside.growth.journal.models import Entry
from alongside.mentoring.mentorships import actions as mentorships

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_set_back_is_written_down_and_teaches_something(sit, cast):
    mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Become steadier")
    ben, ada = sit(cast.ben), sit(cast.ada)

    ben.go("/growth/", "Your growth")
    ben.press("Journal")
    ben.scan("Your journal")
    ben.press("Write about a set-back")
    ben.scan("A set-back")
    ben.fill("What happened? Only what a camera would have seen.", "The review ended after ten minutes")
    ben.fill("What will you try next time, however small?", "Call one dispatcher before")
    ben.press("Keep it")
    ben.scan("A set-back")
    ben.page.get_by_label("Ada Lindqvist").check()
    ben.press("Share it")
    ben.scan("Share an entry")
    entry = Entry.objects.select_related("confidence").get()
    ada.go(f"/mentoring/confidences/{entry.confidence.code}/", "A set-back")
    ada.scan("A set-back")
    assert "The review ended" in ada.page.inner_text("main")

    ben.press("Take it back")
    ben.sees("A set-back")
    assert ada.page.reload().status == 404
    ben.press("Change it, or say what it taught you")
    ben.fill("Looking back: what did it teach you?", "Meet people before the review")
    ben.press("Keep it")
    ben.go("/growth/journal/hard-times/", "What set-backs taught you")
    ben.scan("What set-backs taught you")
    assert "Meet people before the review" in ben.page.inner_text("main")
