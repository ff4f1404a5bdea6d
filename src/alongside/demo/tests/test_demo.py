"""The demo is alive: about sixty people, and every state that a page can show."""

from __future__ import annotations

import pytest
from django.conf import settings

from alongside.accounts.persons.models import Person
from alongside.demo.load import load
from alongside.matching.requests.models import Request
from alongside.matching.rounds.models import Round
from alongside.mentoring.goals.models import Goal
from alongside.mentoring.mentorships.models import Mentorship
from alongside.people.careers.models import Launch, Position, Story


@pytest.mark.django_db
def test_sixty_people_live_here_and_every_state_is_to_be_seen():
    people = load()

    states = set(Request.objects.values_list("state", flat=True))
    assert 55 <= len(people) <= 65
    assert Position.objects.count() > 2 * len(people)
    assert min(Launch.objects.count(), Story.objects.count()) >= len(people)
    assert {one.email for one in Person.objects.filter(email__in=settings.DEMO_PEOPLE)} == set(
        settings.DEMO_PEOPLE
    )
    assert states >= {"sent", "chemistry", "waiting", "accepted", "declined"}
    assert Mentorship.objects.count() == 6
    circle = Mentorship.objects.get(format="circle")
    assert sorted(circle.participants.values_list("side", flat=True)) == ["mentee"] * 3 + ["mentor"] * 2
    round = Round.objects.get()
    assert (round.state, round.decision is not None, round.proposals.count() > 5) == ("frozen", True, True)
    assert Goal.objects.filter(agreed_at__isnull=False).count() == 4
