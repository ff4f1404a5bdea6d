"""Places are counted by the database."""

from __future__ import annotations

import pytest

from alongside.activity.events.models import Event
from alongside.kit.errors import Forbidden, Refused
from alongside.people.offers import actions
from alongside.people.offers.models import Offer


@pytest.fixture
def offer(cast):
    return Offer.objects.create(person=cast.ada, capacity=2)


def test_as_many_places_are_taken_as_there_are(cast, offer):
    taken = [actions.take_place(cast.ada, by=cast.ada) for _ in range(3)]

    offer.refresh_from_db()
    assert (taken, offer.taken, offer.places) == ([True, True, False], 2, 0)
    assert Event.objects.filter(verb="offer.place_taken").count() == 2


def test_a_place_that_is_given_back_can_be_taken_again(cast, offer):
    actions.take_place(cast.ada, by=None)

    actions.give_place_back(cast.ada, by=None)
    actions.give_place_back(cast.ada, by=cast.ben)

    offer.refresh_from_db()
    assert offer.taken == 0
    assert Event.objects.filter(verb="offer.place_given_back").count() == 1


def test_somebody_without_an_offer_has_no_place(cast):
    assert actions.take_place(cast.ben, by=cast.ben) is False
    actions.give_place_back(cast.ben, by=cast.ben)

    assert not Event.objects.exists()


def test_a_deactivated_person_takes_no_place(cast, offer):
    cast.ben.is_active = False

    with pytest.raises(Forbidden):
        actions.take_place(cast.ada, by=cast.ben)

    offer.refresh_from_db()
    assert offer.taken == 0


def test_the_places_never_become_fewer_than_those_in_use(cast, offer):
    actions.take_place(cast.ada, by=cast.ada)
    actions.take_place(cast.ada, by=cast.ada)

    with pytest.raises(Refused, match="You have 2 places in use"):
        actions.change(offer, by=cast.ada, capacity=1)

    offer.refresh_from_db()
    assert offer.capacity == 2


def test_the_mentor_and_nobody_else_changes_the_offer(cast, offer):
    actions.change(offer, by=cast.ada, expects="An agenda a day ahead", helps=["listen"])

    offer.refresh_from_db()
    assert (offer.expects, offer.helps) == ("An agenda a day ahead", ["listen"])
    assert Event.objects.get().details == {"fields": "expects, helps"}
    with pytest.raises(Forbidden):
        actions.change(offer, by=cast.ben, expects="Nothing")
    with pytest.raises(TypeError, match="no taken"):
        actions.change(offer, by=cast.ada, taken=0)
