"""A circle gets a second mentor by a link, before it meets."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest
from allauth.account.models import EmailAddress
from django.db import connection
from django.urls import reverse

from alongside.accounts.blocks.models import Block
from alongside.activity.events.models import Event
from alongside.activity.notices.models import Notice
from alongside.kit.clock import now, travel
from alongside.kit.errors import Forbidden, Refused
from alongside.mentoring.circles import actions
from alongside.mentoring.circles.models import CircleInvitation
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.mentorships.models import Mentorship, Participant
from alongside.people.offers.models import Offer


@pytest.fixture
def circle(cast) -> Mentorship:
    """Ada's circle with Ben; Cleo has a place as a mentor, and her address is hers."""
    Offer.objects.create(person=cast.cleo, open=True, capacity=1, formats=["circle"])
    EmailAddress.objects.update_or_create(user=cast.cleo, email=cast.cleo.email, defaults={"verified": True})
    return mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Price together", format="circle")


@pytest.fixture
def link(circle, cast) -> str:
    return reverse("circles.join", args=[actions.invite_mentor(circle, cast.cleo.email, by=cast.ada)])


def leaders() -> set[str]:
    return {one.person.name for one in Participant.objects.filter(side="mentor")}


def test_who_is_asked_reads_what_it_is_for_and_joins(as_, cast, circle, letters, tell_everyone):
    page = reverse("circles.show", args=[circle.code])
    meetings.plan_one(circle, now() + dt.timedelta(days=2), by=cast.ada)
    tell_everyone()
    assert as_(cast.ada).post(page, {"email": cast.cleo.email}).status_code == 302
    asked = letters(to=cast.cleo)[-1]
    assert cast.ben.name not in asked.text
    link = urlsplit(next(word for word in asked.text.split() if "/join/" in word)).path
    shown = as_(cast.cleo).get(link)

    answer = as_(cast.cleo).post(link, {"yes": "1"})
    tell_everyone()

    assert ("Price together" in shown.text, cast.ben.name in shown.text) == (True, False)
    assert answer.headers["Location"] == reverse("mentorships.show", args=[circle.code])
    assert leaders() == {cast.ada.name, cast.cleo.name}
    assert Offer.objects.get(person=cast.cleo).taken == 1
    assert Event.objects.filter(verb="circle.joined", by=cast.cleo).count() == 1
    assert {one.person for one in Notice.objects.filter(kind="circle.joined")} == {cast.ada, cast.ben}
    assert [one.calendar_method for one in letters(to=cast.cleo) if one.calendar] == ["REQUEST"]
    assert "Lead it together" not in as_(cast.ada).get(page).text  # it is led by two


def test_the_mentor_sees_who_is_asked_and_takes_it_back(as_, cast, circle, link):
    page = reverse("circles.show", args=[circle.code])
    assert cast.cleo.email in as_(cast.ada).get(page).text
    assert cast.cleo.email not in as_(cast.ben).get(page).text
    invitation = CircleInvitation.objects.get()
    back = reverse("circles.take_back", args=[invitation.code])
    assert as_(cast.ben).post(back).status_code == 404

    assert as_(cast.ada).post(back).status_code == 302
    assert as_(cast.ada).post(back).status_code == 422
    assert as_(cast.cleo).post(link, {"yes": "1"}).status_code == 422
    assert leaders() == {cast.ada.name}


def test_who_says_no_is_asked_for_no_reason_and_the_link_ends(as_, cast, link):
    assert as_(cast.cleo).post(link, {"no": "1"}).status_code == 302
    assert as_(cast.cleo).post(link, {"yes": "1"}).status_code == 422
    assert leaders() == {cast.ada.name}


def test_an_answer_that_came_first_stands(cast, circle, link):
    invitation = CircleInvitation.objects.get()
    actions.decline(invitation, by=cast.cleo)

    with pytest.raises(Refused, match="was answered"):
        actions.join(invitation, by=cast.cleo)


def test_the_link_is_for_who_has_the_address(as_, cast, link):
    answer = as_(cast.eve).get(link)

    assert (answer.status_code, "another address" in answer.text) == (422, True)
    assert as_(cast.eve).post(link, {"yes": "1"}).status_code == 422
    with pytest.raises(Forbidden):
        actions.join(CircleInvitation.objects.get(), by=cast.eve)
    with pytest.raises(Forbidden):
        actions.decline(CircleInvitation.objects.get(), by=cast.eve)
    assert "do not know" in as_(cast.cleo).get(reverse("circles.join", args=["x"])).text


@pytest.mark.parametrize("why", ["has met", "is led by two", "has ended", "a block", "no place", "too late"])
def test_a_circle_that_cannot_be_joined_refuses(as_, cast, circle, link, why):
    later = now()
    if why == "has met":
        later = meetings.plan_one(circle, now() + dt.timedelta(days=2), by=cast.ada).ends_at
    elif why == "is led by two":
        Participant.objects.create(mentorship=circle, person=cast.dev, side="mentor")
    elif why == "has ended":
        mentorships.end(circle, by=cast.ada)
    elif why == "a block":
        Block.objects.create(person=cast.ben, other=cast.cleo, known_as="x")
    elif why == "no place":
        Offer.objects.update(taken=1)
    else:
        later = now() + dt.timedelta(days=15)

    with travel(later):
        assert as_(cast.cleo).post(link, {"yes": "1"}).status_code == 422
    assert cast.cleo.name not in leaders()
    assert CircleInvitation.objects.get().answered_at is None


def test_only_a_mentor_of_a_circle_asks_and_not_too_many(as_, cast, circle):
    page = reverse("circles.show", args=[circle.code])
    pair = mentorships.begin(cast.ada, cast.dev, by=cast.ada, purpose="Alone")

    assert as_(cast.ben).post(page, {"email": "a@example.org"}).status_code == 403
    assert as_(cast.eve).get(page).status_code == 404
    assert as_(cast.ada).get(reverse("circles.show", args=[pair.code])).status_code == 404
    assert as_(cast.ada).post(page, {"email": "nobody"}).status_code == 422
    assert as_(cast.ada).post(page, {"email": cast.ben.email.upper()}).status_code == 422
    for number in (1, 2, 3, 3):  # the same address twice is asked once
        actions.invite_mentor(circle, f"m{number}@example.org", by=cast.ada)
    with pytest.raises(Refused, match="Three people"):
        actions.invite_mentor(circle, "m4@example.org", by=cast.ada)
    met = meetings.plan_one(circle, now() + dt.timedelta(days=2), by=cast.ada).ends_at
    with travel(met), pytest.raises(Refused, match="before the first meeting"):
        actions.invite_mentor(circle, "m4@example.org", by=cast.ada)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_join_at_once_one_leads(cast, circle):
    Offer.objects.create(person=cast.dev, open=True, capacity=1, formats=["circle"])
    EmailAddress.objects.update_or_create(user=cast.dev, email=cast.dev.email, defaults={"verified": True})
    for one in (cast.cleo, cast.dev):
        actions.invite_mentor(circle, one.email, by=cast.ada)

    def join(person) -> bool:
        try:
            actions.join(CircleInvitation.objects.get(email=person.email), by=person)
        except Refused:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor() as both:
        joined = list(both.map(join, [cast.cleo, cast.dev]))

    assert sorted(joined) == [False, True]
    assert len(leaders()) == 2
    assert sorted(Offer.objects.filter(person__in=[cast.cleo, cast.dev]).values_list("taken", flat=True)) == [
        0,
        1,
    ]
