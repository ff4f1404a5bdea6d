"""A mentor accepts, proposes a call, or declines; a mentee picks, or withdraws."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse
from icalendar import Calendar

from alongside.activity.events.models import Event
from alongside.kit.clock import now, travel
from alongside.kit.errors import Forbidden, Refused
from alongside.matching.conftest import as_mentor
from alongside.matching.requests import actions
from alongside.matching.requests.models import Request
from alongside.matching.requests.tests.conftest import ask
from alongside.mentoring.mentorships.models import Mentorship, Participant
from alongside.people.offers.models import Offer

SOON = dt.timedelta(days=2)


def address(asked, verb="show") -> str:
    return reverse(f"requests.{verb}", args=[asked.code])


def verbs() -> set[str]:
    return set(Event.objects.filter(verb__startswith="request.").values_list("verb", flat=True))


def test_accepting_takes_the_place_and_begins_the_mentorship(as_, cast, asked):
    answer = as_(cast.ada).post(address(asked, "accept"))

    mentorship = Mentorship.objects.get()
    sides = set(Participant.objects.values_list("person__name", "side"))
    assert answer.headers["Location"] == reverse("mentorships.show", args=[mentorship.code])
    assert sides == {("Ada Lindqvist", "mentor"), ("Ben Okafor", "mentee")}
    assert (Offer.objects.get().taken, "request.accepted" in verbs()) == (1, True)


def test_accepting_without_a_place_says_what_to_do(as_, cast, asked):
    Offer.objects.update(taken=1)

    answer = as_(cast.ada).post(address(asked, "accept"))

    assert answer.status_code == 422
    assert "All your places are taken" in answer.content.decode()
    assert not Mentorship.objects.exists()


def test_a_person_who_has_left_cannot_be_accepted(cast, asked):
    type(cast.ben).objects.filter(pk=cast.ben.pk).update(is_active=False)

    with pytest.raises(Refused, match="has left"):
        actions.accept(asked, by=cast.ada)


@pytest.mark.parametrize("verb", ["show", "accept", "decline", "chemistry", "pick", "withdraw"])
def test_a_request_is_hidden_from_everybody_else(as_, cast, asked, verb):
    for outsider in (cast.eve, cast.cleo, cast.dev):
        assert as_(outsider).get(address(asked, verb)).status_code in {404, 405}
        assert as_(outsider).post(address(asked, verb)).status_code in {404, 405}


@pytest.mark.parametrize(("verb", "wrong"), [("accept", "ben"), ("withdraw", "ada")])
def test_the_wrong_side_is_refused(as_, cast, asked, verb, wrong):
    assert as_(getattr(cast, wrong)).post(address(asked, verb)).status_code == 403


def test_the_mentee_can_neither_decline_nor_propose(as_, cast, asked):
    assert as_(cast.ben).post(address(asked, "decline")).status_code == 404
    assert as_(cast.ben).post(address(asked, "chemistry")).status_code == 404
    with pytest.raises(Forbidden):
        actions.decline(asked, "", by=cast.ben)
    with pytest.raises(Forbidden):
        actions.propose_chemistry(asked, [now() + SOON], by=cast.ben)
    with pytest.raises(Forbidden):
        actions.pick_chemistry(asked, now() + SOON, by=cast.ada)


def test_the_reason_of_a_decline_is_for_the_mentor_alone(as_, cast, asked, tell_everyone, letters):
    as_(cast.ada).post(address(asked, "decline"), {"reason": "I mentor his manager already"})
    tell_everyone()

    theirs, own = (as_(who).get(address(asked)).content.decode() for who in (cast.ben, cast.ada))
    assert ("manager already" in theirs, "manager already" in own) == (False, True)
    assert "Not a fit now" in theirs
    assert [("manager already" in one.text, one.subject) for one in letters(cast.ben)] == [
        (False, "Not a fit now")
    ]


def test_too_long_a_reason_is_kept_and_answered_kindly(as_, cast, asked):
    answer = as_(cast.ada).post(address(asked, "decline"), {"reason": "x" * 1001})

    assert (answer.status_code, "x" * 1001 in answer.content.decode()) == (422, True)
    assert Request.objects.get().state == "sent"


def test_a_call_is_proposed_picked_and_put_into_both_calendars(as_, cast, asked, tell_everyone, letters):
    local = (now() + SOON).astimezone(cast.ada.zone).replace(second=0, microsecond=0)
    as_(cast.ada).post(address(asked, "chemistry"), {"time_1": local.strftime("%Y-%m-%dT%H:%M")})
    asked.refresh_from_db()

    as_(cast.ben).post(address(asked, "pick"), {"at": asked.chemistry_times[0]})
    tell_everyone()

    asked.refresh_from_db()
    invitations = [letter.calendar for letter in (*letters(cast.ada), *letters(cast.ben)) if letter.calendar]
    starts = {Calendar.from_ical(one).walk("VEVENT")[0].decoded("dtstart") for one in invitations}
    assert asked.chemistry_at == local
    assert (len(invitations), starts) == (2, {local.astimezone(dt.UTC)})


@pytest.mark.parametrize(
    ("time", "told"),
    [
        ("2020-01-01T10:00", "lies ahead"),
        ("0001-01-01T00:00", "lies ahead"),
        ("2999-01-01T10:00", "next 90 days"),
        ("9999-12-31T23:59", "next 90 days"),
    ],
)
def test_times_that_have_passed_or_are_far_away_are_not_proposed(as_, cast, asked, time, told):
    answer = as_(cast.ada).post(address(asked, "chemistry"), {"time_1": time})

    assert (answer.status_code, told in answer.content.decode()) == (422, True)


def test_only_a_proposed_time_can_be_picked(as_, cast, asked):
    actions.propose_chemistry(asked, [now() + SOON], by=cast.ada)

    other = as_(cast.ben).post(address(asked, "pick"), {"at": (now() + 2 * SOON).isoformat()})
    nonsense = as_(cast.ben).post(address(asked, "pick"), {"at": "tomorrow"})

    assert (other.status_code, nonsense.status_code) == (422, 422)


def test_a_proposed_time_that_has_passed_cannot_be_picked(cast, asked):
    actions.propose_chemistry(asked, [now() + SOON], by=cast.ada)
    asked.refresh_from_db()

    with travel(now() + 2 * SOON), pytest.raises(Refused, match="has passed"):
        actions.pick_chemistry(asked, dt.datetime.fromisoformat(asked.chemistry_times[0]), by=cast.ben)


def test_withdrawing_ends_it_for_good(as_, cast, asked):
    as_(cast.ben).post(address(asked, "withdraw"))

    assert Request.objects.get().state == "withdrawn"
    for again in ("accept", "decline"):
        assert as_(cast.ada).post(address(asked, again), {"reason": "late"}).status_code == 422
    assert as_(cast.ben).post(address(asked, "withdraw")).status_code == 422
    with pytest.raises(Refused):
        actions.propose_chemistry(asked, [now() + SOON], by=cast.ada)


def test_nobody_signs_in_nobody_answers(client, asked):
    answer = client.post(address(asked, "accept"))

    assert (answer.status_code, "/login/" in answer.headers["Location"]) == (302, True)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_however_long(as_, cast, offer, count, django_assert_num_queries):
    for person in [cast.ben, cast.cleo, cast.dev][:count]:
        ask(cast.ada, person)
    browser = as_(cast.ada)
    browser.get(reverse("requests.index"))

    with django_assert_num_queries(2):
        browser.get(reverse("requests.index"))


def test_a_waiting_request_can_be_accepted_when_a_place_is_made(cast):
    offer = as_mentor(cast.ada, capacity=1, taken=1)
    waiting = ask(cast.ada, cast.ben)
    Offer.objects.filter(pk=offer.pk).update(capacity=2)

    actions.accept(waiting, by=cast.ada)

    assert Request.objects.get().state == "accepted"
