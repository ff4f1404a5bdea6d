"""Saying what one offers."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.people.offers.models import Offer

OFFER = {
    "open": "on", "capacity": "3", "formats": ["long", "flash"], "helps": ["listen"], "cadences": ["14"],
    "expects": "An agenda", "trained_at": "2025-03-01", "paused_until": "2027-01-01",
}  # fmt: skip


def test_a_person_offers_mentoring(as_, cast):
    browser = as_(cast.ada)
    assert browser.get(reverse("offers.change")).status_code == 200

    assert browser.post(reverse("offers.change"), OFFER).url == reverse("me.show")

    offer = Offer.objects.get(person=cast.ada)
    assert (offer.open, offer.capacity, offer.formats, offer.cadences) == (True, 3, ["long", "flash"], [14])
    assert Event.objects.filter(verb="offer.changed", by=cast.ada).count() == 1
    assert "0 of 3 places in use" in browser.get(reverse("me.show")).text
    assert not Offer.objects.open_on(dt.date(2026, 12, 31)).exists()
    assert Offer.objects.open_on(dt.date(2027, 1, 1)).get() == offer
    assert Offer.objects.visible_to(cast.ben).count() == 0


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"capacity": ""}, "Enter how many people at the same time"),
        ({"capacity": "many"}, "Enter a whole number, such as 2"),
        ({"capacity": "0"}, "Enter 1 or more"),
        ({"capacity": "31"}, "Enter 30 or less"),
        ({"capacity": "1"}, "You have 2 places in use. Enter 2 or more"),
        ({"formats": []}, "Choose at least one shape of mentoring"),
        ({"trained_at": "2099-01-01"}, "The date of your training must be today or earlier"),
        ({"paused_until": "soon"}, "Enter a date, such as 2026-03-27"),
    ],
)
def test_bad_input_is_answered_kindly_and_kept(as_, cast, typed, sentence):
    Offer.objects.create(person=cast.ada, capacity=2, taken=2)

    answer = as_(cast.ada).post(reverse("offers.change"), OFFER | typed | {"expects": "Keep this sentence"})

    assert answer.status_code == 422
    assert sentence in answer.text
    assert "Keep this sentence" in answer.text
    assert Offer.objects.get().expects == ""
