"""Rounds while several people press at once, over real connections: one publishes, and places are given once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from alongside.accounts.memberships.models import Membership
from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.matching.conftest import able, as_mentee, as_mentor, take_part
from alongside.matching.proposals import actions as proposals
from alongside.matching.proposals import line
from alongside.matching.proposals.models import Proposal
from alongside.matching.publishing import actions as publishing
from alongside.matching.publishing.running import work_on
from alongside.matching.rounds import actions as rounds
from alongside.matching.rounds.models import Round
from alongside.mentoring.mentorships.models import Mentorship
from alongside.people.offers.models import Offer
from alongside.programmes.programmes.models import Programme

AT_ONCE = 8
TIMES = 5
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def at_once() -> Iterator[Callable]:
    """Call the same thing from eight connections at the same moment; return what each was told."""
    barrier = Barrier(AT_ONCE)

    def one(work: Callable) -> str:
        barrier.wait(30)
        try:
            work()
        except Refused:
            return "refused"
        return "done"

    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield lambda work: sorted(pool.map(one, [work] * AT_ONCE))
        close = Barrier(AT_ONCE)
        list(pool.map(lambda _: (close.wait(30), connections.close_all()), range(AT_ONCE)))


@pytest.fixture
def reviewed(cast) -> Round:
    """A reviewed round: Ada has a place, Ben gets it, and Fay waits."""
    programme = Programme.objects.create(organisation=cast.northwind, name="Spring", starts_on=now().date())
    cast.fay = Person.objects.create(name="Fay", email="fay@example.org", agreed_conduct_at=now())
    Membership.objects.create(person=cast.fay, organisation=cast.northwind)
    for person in (cast.ben, cast.fay):
        as_mentee(person)
        take_part(programme, person, "mentee")
    as_mentor(cast.ada)
    able(cast.ada, 4)
    take_part(programme, cast.ada, "mentor")
    round = rounds.begin(programme, by=cast.cleo, name="Spring")
    rounds.freeze(round, by=cast.cleo)
    work_on(publishing.decide(round, by=cast.cleo).pk)
    publishing.propose(round, by=cast.cleo)
    publishing.approve(round, by=cast.dev)
    return round


def test_of_many_who_publish_at_once_one_does(cast, reviewed, at_once):
    for _time in range(TIMES):
        Round.objects.update(state="reviewed")
        Proposal.objects.update(state="draft")
        Event.objects.filter(verb="proposal.invited").delete()
        told = at_once(lambda: publishing.publish(Round.objects.get(), by=cast.dev))

        assert told == ["done"] + ["refused"] * (AT_ONCE - 1)
        assert Event.objects.filter(verb="proposal.invited").count() == 1


def test_a_yes_that_is_pressed_many_times_takes_one_place(cast, reviewed, at_once):
    publishing.publish(reviewed, by=cast.cleo)
    proposal = Proposal.objects.get()
    proposals.accept(proposal, by=proposal.mentee)
    told = at_once(lambda: proposals.accept(proposal, by=cast.ada))

    assert told == ["done"] + ["refused"] * (AT_ONCE - 1)
    assert (Offer.objects.get(person=cast.ada).taken, Mentorship.objects.count()) == (1, 1)


def test_a_place_that_many_jobs_would_fill_is_given_once(cast, reviewed, at_once):
    publishing.publish(reviewed, by=cast.cleo)
    proposals.decline(Proposal.objects.get(), "not_them", by=cast.ada)
    told = at_once(lambda: line.fill(Round.objects.get()))

    assert told == ["done"] * AT_ONCE
    assert Proposal.objects.filter(state="invited").count() == 1
