"""The page before the first meeting, as this reader sees it."""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise

from alongside.accounts.persons.models import Person
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.queries import names, others

from .guide import is_on_agenda
from .models import CommonGround
from .queries import Grounds, next_meeting, of_mentorship, shared_facts
from .questions import GUIDE, QUESTIONS, TICKS


def page_of(mentorship: Mentorship, reader: Person) -> dict[str, Any]:
    """One's own words always, those of the others when everybody has written."""
    grounds = of_mentorship(mentorship)
    own, whole = grounds.of(reader), grounds.is_complete
    meeting = next_meeting(mentorship)
    return {
        "mentorship": mentorship,
        "own": own,
        "is_complete": whole,
        "columns": [_column(one) for one in (grounds.rows if whole else [own] if own else [])],
        "ticked_by_all": _ticked_by_all(grounds) if whole else [],
        "facts": shared_facts(grounds.people, reader),
        "guide": GUIDE,
        "meeting": meeting,
        "is_on_agenda": meeting is not None and is_on_agenda(meeting),
        "other_names": names(others(mentorship, reader)),
        "waits_for": names([one for one in grounds.people if one != reader and not grounds.of(one)]),
    }


def _column(ground: CommonGround) -> dict[str, Any]:
    words = ground.words
    lines = [(label, words[key]) for key, label in QUESTIONS.items() if words.get(key)]
    ticked = [label for key, label in TICKS.items() if key in words.get("ticked", ())]
    return {"person": ground.person, "lines": lines, "ticked": ticked}


def _ticked_by_all(grounds: Grounds) -> list[str | Promise]:
    each = [set(one.words.get("ticked", ())) for one in grounds.rows]
    return [label for key, label in TICKS.items() if all(key in ticked for ticked in each)]
