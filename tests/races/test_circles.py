"""People leave a circle, end it and join it at the same moment: both sides are left, or it has ended."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from alongside.accounts.persons.models import Person
from alongside.kit.errors import Forbidden, Refused
from alongside.mentoring.circles import actions as circles
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.mentorships.models import Mentorship, Participant
from alongside.people.offers.models import Offer

ROUNDS = 6
Act = Callable[[Mentorship], object]


def at_once(circle: Mentorship, *acts: Act) -> list[bool]:
    """Let each act on a page of its own at the same moment; whether it was not refused."""
    barrier = Barrier(len(acts))

    def go(act: Act) -> bool:
        page = Mentorship.objects.with_people().get(pk=circle.pk)
        barrier.wait(30)
        try:
            act(page)
        except (Refused, Forbidden):
            return False
        finally:
            connections.close_all()
        return True

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(go, acts))


def leaving(person: Person) -> Act:
    return lambda circle: circles.leave(circle, person, by=person)


def ending(person: Person) -> Act:
    return lambda circle: mentorships.end(circle, by=person)


def taking_in(person: Person, mentor: Person) -> Act:
    return lambda circle: mentorships.take_in(circle, person, by=mentor)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "which", ["both mentees leave", "all leave", "one leaves, one ends", "one leaves, one comes"]
)
def test_a_circle_has_both_sides_or_has_ended(cast, which):
    for _round in range(ROUNDS):
        Offer.objects.update_or_create(
            person=cast.ada, defaults={"capacity": 1, "taken": 1, "formats": ["circle"]}
        )
        circle = mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Together", format="circle")
        Participant.objects.create(mentorship=circle, person=cast.dev, side="mentee")
        acts = {
            "both mentees leave": [leaving(cast.ben), leaving(cast.dev)],
            "all leave": [leaving(one) for one in (cast.ada, cast.ben, cast.dev)],
            "one leaves, one ends": [leaving(cast.ben), ending(cast.ada)],
            "one leaves, one comes": [leaving(cast.ben), leaving(cast.dev), taking_in(cast.eve, cast.ada)],
        }[which]

        done = at_once(circle, *acts)

        circle.refresh_from_db()
        sides = set(Participant.objects.filter(mentorship=circle).values_list("side", flat=True))
        assert any(done)
        assert sides == {"mentor", "mentee"}
        assert Offer.objects.get().taken == circle.is_running
