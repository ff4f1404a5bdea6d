"""While a mentorship is frozen, nothing new reaches the other by any way, an old page or a side door."""

from __future__ import annotations

import datetime as dt

import pytest

from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.mentoring.advice import actions as advice
from alongside.mentoring.agenda import actions as agenda
from alongside.mentoring.learning import actions as learning
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.pulse import actions as pulse
from alongside.mentoring.pulse.models import Pulse
from alongside.mentoring.wrap_up import actions as wrapping

TOPIC = {"topic": "Why you", "question": "Why did you tell?"}
WORDS = TOPIC | {"help": "", "minutes": 15}


@pytest.fixture
def buttons(cast, pair):
    """What stood on pages that were open when the mentorship was frozen."""
    meeting = meetings.plan_one(pair, now() + dt.timedelta(days=3), by=cast.ben)
    items = [agenda.add(meeting, by=cast.ben, **TOPIC) for _ in range(2)]
    asked = Pulse.objects.create(mentorship=pair, number=1, closes_at=now() + dt.timedelta(days=14))
    word = pulse.answer(asked, by=cast.ben, numbers=[4] * 6, word="I know it was you")
    noted = learning.note(pair, "How users in Lagos pay", by=cast.ada)
    tried = learning.note(pair, "Ask why twice", by=cast.ada)
    learning.attempt(tried, "With my team", by=cast.ada)
    begun = meetings.log(pair, now() - dt.timedelta(hours=2), by=cast.ada)
    task = advice.assign(begun, "Call them", by=cast.ben, owner=cast.ben)
    ben, ada = {"by": cast.ben}, {"by": cast.ada}
    return {
        "agenda.add": lambda: agenda.add(meeting, **ben, **TOPIC),
        "agenda.change": lambda: agenda.change(items[0], **ben, **WORDS),
        "agenda.raise_item": lambda: agenda.raise_item(items[1], **ben),
        "agenda.remove": lambda: agenda.remove(items[0], **ben),
        "pulse.release": lambda: pulse.release(word, **ben),
        "learning.attempt": lambda: learning.attempt(noted, "In a hurry", **ada),
        "learning.adopt": lambda: learning.adopt(tried, "Fewer meetings", **ada),
        "advice.finish": lambda: advice.finish(task, **ben),
        "wrap_up": lambda: wrapping.wrap_up(begun, **ben),
    }


def answer_to(press) -> str:
    """What pressing a button leads to."""
    try:
        press()
    except Refused as no:
        return "frozen" if "is frozen" in str(no.sentence) else str(no.sentence)
    return "written"


def test_nothing_is_written_on_a_page_that_was_open_when_it_was_frozen(buttons):
    Mentorship.objects.update(state=Mentorship.State.FROZEN)
    answers = {name: answer_to(press) for name, press in buttons.items()}

    assert answers == dict.fromkeys(buttons, "frozen")


def test_all_of_it_is_written_while_it_runs(buttons):
    for press in buttons.values():
        press()


def test_an_agenda_that_is_on_an_old_page_stays_as_it_was_when_the_meeting_is_cancelled(cast, buttons):
    Meeting.objects.update(state=Meeting.State.CANCELLED)

    with pytest.raises(Refused, match="stays as it was"):
        buttons["agenda.change"]()
