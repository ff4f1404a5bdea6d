"""A circle grows: who asked for one joins it before it meets, and everybody in it is told."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from alongside.accounts.blocks.models import Block
from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.activity.notices.models import Notice
from alongside.kit.clock import now, travel
from alongside.kit.errors import Forbidden, Refused
from alongside.matching.requests import actions
from alongside.matching.requests.tests.conftest import ask
from alongside.mentoring.agreements import actions as agreements
from alongside.mentoring.agreements import queries as terms
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.mentorships.models import Mentorship, Participant
from alongside.people.offers.models import Offer


@pytest.fixture
def circle(cast, offer) -> Mentorship:
    """Ada's circle with Ben, which fills her one place."""
    Offer.objects.update(formats=["long", "circle"])
    return actions.accept(ask(cast.ada, cast.ben, format="circle"), by=cast.ada)


@pytest.fixture
def asked(circle, cast):
    """Cleo asks for a circle too."""
    return ask(cast.ada, cast.cleo, format="circle")


def mentees() -> set[str]:
    return {one.person.name for one in Participant.objects.filter(side="mentee")}


def join(as_, cast, asked, circle):
    return as_(cast.ada).post(reverse("requests.accept", args=[asked.code]), {"into": circle.code})


def test_who_asked_joins_the_circle_and_takes_no_place(as_, cast, circle, asked, letters, tell_everyone):
    version = agreements.draft(circle, by=cast.ada)
    agreements.accept(version, by=cast.ada)
    agreements.accept(version, by=cast.ben)
    assert "Accept into your circle" in as_(cast.ada).get(reverse("requests.show", args=[asked.code])).text

    answer = join(as_, cast, asked, circle)
    tell_everyone()

    assert answer.headers["Location"] == reverse("mentorships.show", args=[circle.code])
    assert mentees() == {cast.ben.name, cast.cleo.name}
    assert (Mentorship.objects.count(), Offer.objects.get().taken) == (1, 1)
    assert Event.objects.filter(verb="mentorship.joined", about_code=circle.code).count() == 1
    assert Notice.objects.get(kind="mentorship.joined").person == cast.ben
    assert not terms.standing(Mentorship.objects.with_people().get()).is_in_force  # until Cleo accepts it too


def test_what_is_planned_comes_into_the_calendar_of_who_joins(
    as_, cast, circle, asked, letters, tell_everyone
):
    meetings.plan_one(circle, now() + dt.timedelta(days=2), by=cast.ada)
    first = (now() + dt.timedelta(days=3)).date()
    meetings.plan_series(
        circle, by=cast.ada, every_days=14, starts_on=first, at=dt.time(17, 30), zone="Europe/London",
        minutes=45, until=first + dt.timedelta(days=40),
    )  # fmt: skip
    tell_everyone()
    before = len(letters())

    join(as_, cast, asked, circle)
    tell_everyone()

    told = [letter for letter in letters()[before:] if letter.to == cast.cleo.email and letter.calendar]
    assert [letter.calendar_method for letter in told] == ["REQUEST"] * 2


@pytest.mark.parametrize("why", ["has met", "is full", "has ended", "a block", "a block of the other"])
def test_a_circle_that_cannot_be_joined_is_not_offered_and_refuses(as_, cast, circle, asked, why):
    later = now()
    if why == "has met":
        later = meetings.plan_one(circle, now() + dt.timedelta(days=2), by=cast.ada).ends_at
    elif why == "is full":
        guests = [
            Person(name=f"G{n}", email=f"g{n}@example.org") for n in range(mentorships.MOST_MENTEES - 1)
        ]
        for one in guests:
            one.save()
            mentorships.take_in(circle, one, by=cast.ada)
    elif why == "has ended":
        mentorships.end(circle, by=cast.ben)
    else:
        pair = (cast.ben, cast.cleo) if why == "a block" else (cast.cleo, cast.ben)
        Block.objects.create(person=pair[0], other=pair[1], known_as="x")

    with travel(later):
        page = as_(cast.ada).get(reverse("requests.show", args=[asked.code])).text
        answer = join(as_, cast, asked, circle)

    assert "Accept into your circle" not in page
    assert (answer.status_code, cast.cleo.name in mentees()) == (422, False)


def test_only_a_circle_takes_in_and_only_its_mentor_does(cast, circle, asked):
    pair = mentorships.begin(cast.ada, cast.dev, by=cast.ada, purpose="Alone")
    for one, who, refusal in [(pair, cast.cleo, Refused), (circle, cast.ben, Refused)]:
        with pytest.raises(refusal, match="Only a circle"):
            mentorships.take_in(one, who, by=cast.ada)
    with pytest.raises(Forbidden):
        mentorships.take_in(circle, cast.cleo, by=cast.ben)
    full = [Person.objects.create(name=f"G{n}", email=f"g{n}@example.org") for n in range(8)]
    for one in full[:7]:
        mentorships.take_in(circle, one, by=cast.ada)
    with pytest.raises(Refused, match="eight mentees"):
        mentorships.take_in(circle, full[7], by=cast.ada)


def test_somebody_elses_circle_is_hidden(as_, cast, circle, asked):
    other = mentorships.begin(cast.eve, cast.dev, by=cast.eve, purpose="Elsewhere", format="circle")

    assert join(as_, cast, asked, other).status_code == 404


def test_who_asked_for_a_pair_joins_no_circle(as_, cast, circle):
    Offer.objects.update(capacity=2)
    asked = ask(cast.ada, cast.cleo)

    assert join(as_, cast, asked, circle).status_code == 422
    assert as_(cast.ada).post(reverse("requests.accept", args=[asked.code])).status_code == 302
