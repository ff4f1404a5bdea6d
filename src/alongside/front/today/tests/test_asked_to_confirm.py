"""Today says what a mentee asks to be confirmed, until it is answered, over, or none of one's business."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from alongside.front.today.queries import today_of
from alongside.growth.confirming import actions
from alongside.growth.evidence import actions as evidence
from alongside.growth.skills.queries import default_skills
from alongside.kit.clock import now
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.mentorships.models import Mentorship


@pytest.fixture
def asked(cast):
    mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Lead")
    told = {"level": 3, "day": now().date(), "title": "Cut the release", "text": "Alone", "link": ""}
    item = evidence.keep(default_skills()[0], told, by=cast.ben)
    return actions.ask_a_mentor(item, cast.ada, by=cast.ben)


def test_ada_finds_the_question_on_today_and_nobody_else_does(as_, cast, asked):
    address = reverse("confirming.show", args=[asked.code])
    seen = {
        name: address in as_(getattr(cast, name)).get(reverse("today")).text for name in ("ada", "ben", "eve")
    }

    assert seen == {"ada": True, "ben": False, "eve": False}
    assert not today_of(cast.ada, at=now()).is_quiet


def test_it_goes_when_it_is_answered_over_or_frozen(cast, asked):
    def waits(at=None):
        return len(today_of(cast.ada, at=at or now()).to_confirm)

    found = [waits(), waits(asked.expires_at + dt.timedelta(days=1))]
    Mentorship.objects.update(state=Mentorship.State.FROZEN)
    found.append(waits())
    Mentorship.objects.update(state=Mentorship.State.ACTIVE)
    actions.answer(asked, by=cast.ada, confirm=True, why="I was there", seen=asked.evidence.facts)

    assert [*found, waits()] == [1, 0, 0, 0]
