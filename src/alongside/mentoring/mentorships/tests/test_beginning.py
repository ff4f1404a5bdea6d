"""Beginning, pausing and ending a mentorship."""

from __future__ import annotations

import datetime as dt

import pytest

from alongside.activity.events.models import Event
from alongside.kit.errors import Forbidden, Refused
from alongside.mentoring.mentorships import actions, queries
from alongside.mentoring.mentorships.models import Mentorship
from alongside.people.offers.models import Offer

State = Mentorship.State


def verbs() -> list[str]:
    """What was recorded about mentorships, in order."""
    return list(
        Event.objects.filter(verb__startswith="mentorship.").order_by("pk").values_list("verb", flat=True)
    )


def test_a_mentor_begins_and_both_are_in_it(cast, pair):
    assert (queries.mentors(pair), queries.mentees(pair)) == ([cast.ada], [cast.ben])
    assert queries.others(pair, cast.ada) == [cast.ben]
    assert verbs() == ["mentorship.begun"]


def test_each_mentorship_has_a_key_of_its_own(cast, pair):
    again = actions.begin(cast.ada, cast.ben, by=cast.ada, purpose="Pricing", format="flash")

    assert again.key_id not in {pair.key_id, cast.ada.key_id, cast.ben.key_id}


@pytest.mark.parametrize("name", ["ben", "cleo", "dev", "eve"])
def test_nobody_begins_one_for_the_mentor(cast, name):
    with pytest.raises(Forbidden):
        actions.begin(cast.ada, cast.ben, by=getattr(cast, name), purpose="Pricing")


@pytest.mark.parametrize(
    ("day", "months", "last"),
    [("2026-01-31", 1, "2026-02-28"), ("2026-08-15", 6, "2027-02-15"), ("2027-12-31", 12, "2028-12-31")],
)
def test_the_last_day_is_some_months_later(day, months, last):
    assert actions._months_after(dt.date.fromisoformat(day), months).isoformat() == last


@pytest.mark.parametrize("name", ["ada", "ben"])
def test_either_pauses_and_takes_it_up_again(cast, pair, name):
    person = getattr(cast, name)

    actions.pause(pair, by=person)
    actions.resume(pair, by=person)

    assert Mentorship.objects.get().state == State.ACTIVE
    assert verbs() == ["mentorship.begun", "mentorship.paused", "mentorship.resumed"]


@pytest.mark.parametrize("name", ["ada", "ben"])
def test_either_ends_it_and_the_place_is_free_again(cast, pair, name):
    actions.end(pair, by=getattr(cast, name))

    ended = Mentorship.objects.get()
    assert (ended.state, ended.ended_at is not None) == (State.ENDED, True)
    assert Offer.objects.get().taken == 0
    assert verbs()[-1] == "mentorship.ended"


def test_ending_twice_gives_one_place_back(cast, pair):
    Offer.objects.update(capacity=2, taken=2)
    stale = Mentorship.objects.get()
    actions.end(pair, by=cast.ben)

    with pytest.raises(Refused):
        actions.end(stale, by=cast.ada)

    assert Offer.objects.get().taken == 1


@pytest.mark.parametrize("verb", ["pause", "resume", "end"])
@pytest.mark.parametrize("name", ["cleo", "dev", "eve"])
def test_nobody_else_touches_it(cast, pair, verb, name):
    with pytest.raises(Forbidden):
        getattr(actions, verb)(pair, by=getattr(cast, name))


@pytest.mark.parametrize(
    ("verb", "before"), [("pause", "pause"), ("resume", None), ("pause", "end"), ("resume", "end")]
)
def test_what_cannot_be_now_is_refused(cast, pair, verb, before):
    if before:
        getattr(actions, before)(pair, by=cast.ada)

    with pytest.raises(Refused):
        getattr(actions, verb)(pair, by=cast.ada)


def test_the_accepted_term_moves_the_last_day_once(cast, pair):
    actions.set_term(pair, dt.date(2027, 6, 1), by=cast.ben)
    actions.set_term(pair, dt.date(2027, 6, 1), by=cast.ben)

    assert Mentorship.objects.get().ends_on == dt.date(2027, 6, 1)
    assert verbs().count("mentorship.term_set") == 1


@pytest.mark.parametrize("name", ["cleo", "dev", "eve"])
def test_only_the_two_see_it(cast, pair, name):
    assert list(Mentorship.objects.visible_to(getattr(cast, name))) == []
    assert list(Mentorship.objects.visible_to(cast.ben)) == [pair]
    assert list(queries.running_between(cast.ben, cast.ada)) == [pair]
