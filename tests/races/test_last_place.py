"""The last place is never given twice: twenty accept at once, a thousand times, over real connections."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections, transaction
from django.test import Client
from django.urls import reverse

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.matching.requests import actions
from alongside.matching.requests.models import Request
from alongside.mentoring.mentorships.models import Mentorship
from alongside.people.offers.models import Offer
from alongside.people.profiles.models import Profile

QUARTERS = 4
"""A thousand rounds in parts that the workers of the suite can share."""
ROUNDS = 1000 // QUARTERS
AT_ONCE = 20
NAIVE_ROUNDS = 15

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def together() -> Iterator[Callable]:
    """Run twenty calls that all begin at the same moment, each on a connection of its own."""
    barrier = Barrier(AT_ONCE)

    def begin_together(work: Callable, each: object) -> object:
        barrier.wait(30)
        return work(each)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield lambda work, things: list(pool.map(lambda each: begin_together(work, each), things))
        close = Barrier(AT_ONCE)
        list(pool.map(lambda _: (close.wait(30), connections.close_all()), range(AT_ONCE)))


@pytest.fixture
def waiting(cast) -> list[Request]:
    """A mentor with one place, and twenty who wait for it."""
    Profile.objects.create(person=cast.ada, findable_by=["companies"])
    Offer.objects.create(person=cast.ada, capacity=1, formats=["long"])
    mentees = [Person.objects.create(name=f"Mentee {n}", email=f"m{n}@example.org") for n in range(AT_ONCE)]
    return [
        Request.objects.create(mentor=cast.ada, mentee=one, goal="Lead", state="waiting", key_id=one.key_id)
        for one in mentees
    ]


def start_again() -> None:
    """Back to one free place and twenty open requests."""
    Request.objects.update(state="waiting", mentorship=None)
    Offer.objects.update(taken=0)
    Mentorship.objects.update(state="ended", ended_at=now())


def accept(request: Request) -> str:
    """Accept, as the mentor's browser would."""
    try:
        actions.accept(request, by=request.mentor)
    except Refused:
        return "refused"
    return "accepted"


def accept_naively(request: Request) -> str:
    """What must go wrong: look whether a place is free, then take it."""
    with transaction.atomic():
        offer = Offer.objects.get(person=request.mentor_id)
        if offer.taken >= 1:
            return "refused"
        Offer.objects.filter(pk=offer.pk).update(taken=1)
        return "accepted"


@pytest.mark.parametrize("quarter", range(QUARTERS))
def test_a_thousand_rounds_of_twenty_never_give_the_last_place_twice(waiting, together, quarter):
    outcomes = set()
    for _ in range(ROUNDS):
        answers = together(accept, list(Request.objects.select_related("mentor", "mentee")))
        outcomes.add((answers.count("accepted"), answers.count("refused"), Offer.objects.get().taken))
        start_again()

    assert outcomes == {(1, AT_ONCE - 1, 1)}


def test_the_race_is_real_looking_before_taking_overbooks(waiting, together):
    overbooked = 0
    for _ in range(NAIVE_ROUNDS):
        overbooked += together(accept_naively, waiting).count("accepted") > 1
        start_again()

    assert overbooked > 0


def test_the_same_request_sent_twenty_times_at_once_makes_one(cast, together):
    Profile.objects.create(person=cast.ada, findable_by=["companies"])
    Offer.objects.create(person=cast.ada, capacity=9, formats=["long"])
    browsers = [Client() for _ in range(AT_ONCE)]
    for browser in browsers:
        browser.force_login(cast.ben, backend="allauth.account.auth_backends.AuthenticationBackend")
    typed = {"goal": "Lead a release", "question": "How did you begin?", "format": "long", "once": "same"}
    address = reverse("requests.send", args=[cast.ada.code])

    answers = together(lambda browser: browser.post(address, typed), browsers)

    places = {(answer.status_code, answer.headers["Location"]) for answer in answers}
    assert (Request.objects.count(), Mentorship.objects.count()) == (1, 0)
    assert places == {(302, reverse("requests.show", args=[Request.objects.get().code]))}
