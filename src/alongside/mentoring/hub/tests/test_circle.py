"""Two mentors and eight mentees, from three organisations, do together what a pair does."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.mentoring.advice import actions as advice
from alongside.mentoring.agreements import actions as agreements
from alongside.mentoring.agreements import queries as terms
from alongside.mentoring.attendance import actions as attendance
from alongside.mentoring.feedback import actions as feedback
from alongside.mentoring.goals import actions as goals
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.mentorships.models import Mentorship, Participant
from alongside.mentoring.messages import actions as messages
from alongside.mentoring.notes import actions as notes
from alongside.mentoring.reviews import actions as reviews

LEVELS = ["none", "two", "five", "a decision", "a change"]
PAGES = (
    "mentorships.show", "meetings.index", "meetings.plan", "messages.index", "feedback.index", "reviews.index",
    "learning.index", "common_ground.show", "agreements.show", "advice.index", "records.show", "messages.shelf",
)  # fmt: skip


@pytest.fixture
def circle(cast) -> Mentorship:
    """Ada and Cleo of Northwind mentor Ben, Dev, Eve of elsewhere and five who belong nowhere."""
    pair = mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Price together", format="circle")
    guests = [
        Person.objects.create(name=f"Guest {one}", email=f"g{one}@example.org", agreed_conduct_at=now())
        for one in range(5)
    ]
    rest = [(cast.cleo, "mentor"), *((one, "mentee") for one in (cast.dev, cast.eve, *guests))]
    Participant.objects.bulk_create(
        Participant(mentorship=pair, person=person, side=side) for person, side in rest
    )
    return Mentorship.objects.with_people().get()


def test_ten_people_agree_meet_and_look_back(as_, cast, circle, tell_everyone, letters):
    people = [one.person for one in circle.participants.all()]
    version = agreements.draft(circle, by=cast.cleo)
    in_force = [agreements.accept(version, by=person) for person in people]
    goal = goals.set(circle, by=cast.eve, title="Price by value", levels=LEVELS, quarter="2027-Q1", weight=1)
    goals.agree(goal, by=cast.cleo)
    meeting = meetings.plan_one(circle, now() + dt.timedelta(days=3), by=cast.dev)
    for person in people[1:]:
        attendance.answer(meeting, "yes", by=person)
    notes.write(meeting, "All of us read this", by=cast.eve, shared=True, version=0)
    messages.send(circle, "See you", by=cast.ben)
    tell_everyone()

    assert (in_force, terms.standing(circle).is_in_force) == ([False] * 9 + [True], True)
    assert {letter.to for letter in letters()} == {person.email for person in people}
    for person in people:
        assert "All of us read this" in as_(person).get(reverse("meetings.show", args=[meeting.code])).text


def test_advice_feedback_and_reviews_know_who_is_who(cast, circle):
    meeting = meetings.log(circle, now() - dt.timedelta(hours=2), by=cast.eve)
    heard = [advice.give(meeting, f"From {one.name}", by=one) for one in (cast.ada, cast.cleo)]
    advice.decide(heard[1], "do", "Right", by=cast.eve)
    asked = feedback.ask(circle, by=cast.dev, giver=cast.eve, question="How do I listen?")
    review = reviews.begin(circle, "half_way", by=cast.cleo)
    said = {question.key: "Some words" for question in review.questions}
    for one in circle.participants.all()[:9]:
        reviews.answer(review, by=one.person, texts=said, next="")

    assert [one.mentor for one in heard] == [cast.ada, cast.cleo]
    assert (asked.giver, asked.receiver) == (cast.eve, cast.dev)
    assert review.__class__.objects.with_people().get().is_complete is False


@pytest.mark.parametrize("name", PAGES)
def test_each_page_costs_no_more_for_ten_than_ten_queries(
    as_, cast, circle, name, django_assert_max_num_queries
):
    eve, address = as_(cast.eve), reverse(name, args=[circle.code])
    eve.get(address)  # what is kept between requests is built by the first

    with django_assert_max_num_queries(12 if name == "meetings.plan" else 10):
        assert eve.get(address).status_code == 200


@pytest.mark.parametrize("format", ["long", "flash", "circle"])
def test_each_form_of_it_opens_for_both_across_organisations(as_, cast, format):
    pair = mentorships.begin(cast.ada, cast.eve, by=cast.ada, purpose="One question", format=format)

    for person in (cast.ada, cast.eve):
        assert [as_(person).get(reverse(name, args=[pair.code])).status_code for name in PAGES] == [
            200
        ] * len(PAGES)
