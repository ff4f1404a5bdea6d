"""One leaves a circle, keeps what there was, and sees nothing of what comes; the others go on."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from django.urls import reverse

from alongside.accounts.blocks import actions as blocks
from alongside.accounts.persons import actions as persons
from alongside.activity.events.models import Event
from alongside.activity.mail.models import Letter
from alongside.activity.notices.models import Notice
from alongside.growth.archive.models import Keepsake, KeptFile
from alongside.kit.clock import now
from alongside.kit.errors import Forbidden, Refused
from alongside.kit.uploads import Taken
from alongside.mentoring.advice import actions as advice
from alongside.mentoring.advice.models import Action
from alongside.mentoring.agreements import actions as agreements
from alongside.mentoring.agreements import queries as terms
from alongside.mentoring.attendance import actions as attendance
from alongside.mentoring.circles import actions
from alongside.mentoring.feedback import actions as feedback
from alongside.mentoring.feedback.models import Feedback
from alongside.mentoring.feedback.timed import propose_due
from alongside.mentoring.goals import actions as goals
from alongside.mentoring.introductions import actions as introductions
from alongside.mentoring.introductions.models import Introduction
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.meetings.models import Attendance
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.mentorships.models import Mentorship, Participant
from alongside.mentoring.messages import actions as messages
from alongside.mentoring.notes import actions as notes
from alongside.mentoring.reviews import actions as reviews
from alongside.mentoring.soundings import actions as soundings
from alongside.mentoring.soundings.models import Sounding
from alongside.people.offers.models import Offer

SAID = {"situation": "At noon", "behaviour": "You asked", "impact": "I spoke", "ask": ""}
LEVELS = ["none", "two", "five", "a decision", "a change"]


@pytest.fixture
def circle(cast) -> Mentorship:
    """Ada and Cleo mentor Ben and Dev; each of the two has a place taken by it."""
    made = mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Price together", format="circle")
    for person, side in [(cast.cleo, "mentor"), (cast.dev, "mentee")]:
        Participant.objects.create(mentorship=made, person=person, side=side)
    for mentor in (cast.ada, cast.cleo):
        Offer.objects.update_or_create(
            person=mentor, defaults={"open": True, "capacity": 1, "taken": 1, "formats": ["circle"]}
        )
    return Mentorship.objects.with_people().get()


def people(circle: Mentorship) -> set[str]:
    return set(Participant.objects.filter(mentorship=circle).values_list("person__name", flat=True))


def leave(as_, person, circle):
    return as_(person).post(reverse("circles.leave", args=[circle.code]))


def test_a_mentee_leaves_and_the_others_go_on(as_, cast, circle, tell_everyone):
    page = as_(cast.ben).get(reverse("mentorships.show", args=[circle.code])).text
    assert ("Leave" in page, "End it for all" in page) == (True, False)
    assert "The others go on" in as_(cast.ben).get(reverse("circles.leave", args=[circle.code])).text

    answer = leave(as_, cast.ben, circle)
    tell_everyone()

    assert answer.headers["Location"] == reverse("mentorships.index")
    assert people(circle) == {cast.ada.name, cast.cleo.name, cast.dev.name}
    assert Mentorship.objects.get().state == "active"
    assert list(Offer.objects.values_list("taken", flat=True)) == [1, 1]
    assert Event.objects.filter(verb="mentorship.left", by=cast.ben).count() == 1
    told = Notice.objects.filter(kind="mentorship.left").values_list("person__name", flat=True)
    assert set(told) == people(circle)
    assert as_(cast.ben).get(reverse("mentorships.show", args=[circle.code])).status_code == 404
    assert leave(as_, cast.ben, circle).status_code == 404
    with pytest.raises(Refused, match="left this circle already"):
        actions.leave(circle, cast.ben, by=cast.ben)


def test_what_they_could_read_is_in_their_archive_and_nothing_later(as_, cast, circle):
    messages.send(circle, "Said before", by=cast.ada, files=[Taken("plan.txt", "txt", b"The plan")])
    meeting = meetings.plan_one(circle, now() + dt.timedelta(days=3), by=cast.ada)
    notes.write(meeting, "Ben's own", by=cast.ben, shared=False, version=0)
    notes.write(meeting, "Cleo's own", by=cast.cleo, shared=False, version=0)
    leave(as_, cast.ben, circle)
    messages.send(circle, "Said after", by=cast.ada)

    kept = {one.part: json.loads(one.rows) for one in Keepsake.objects.filter(person=cast.ben)}
    told = json.dumps(kept)
    assert ("Said before" in told, "Ben's own" in told) == (True, True)
    assert ("Cleo's own" in told, "Said after" in told) == (False, False)
    assert KeptFile.objects.get(person=cast.ben).read() == b"The plan"
    assert "Said before" in as_(cast.ben).get(reverse("archive.brought", args=["messages"])).text


def test_who_leaves_two_circles_keeps_both(as_, cast, circle):
    other = mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Again", format="circle")
    Participant.objects.create(mentorship=other, person=cast.eve, side="mentee")
    for one, words in [(circle, "In the first"), (other, "In the second")]:
        messages.send(one, words, by=cast.ada)
        leave(as_, cast.ben, one)

    rows = json.loads(Keepsake.objects.get(person=cast.ben, part="messages").rows)
    assert [row["text"] for row in rows] == ["In the first", "In the second"]


def test_what_is_booked_asked_and_promised_goes_with_them(as_, cast, circle, letters, tell_everyone):
    meeting = meetings.plan_one(circle, now() + dt.timedelta(days=3), by=cast.ada)
    first = (now() + dt.timedelta(days=4)).date()
    meetings.plan_series(
        circle, by=cast.ada, every_days=14, starts_on=first, at=dt.time(17, 30), zone="Europe/London",
        minutes=45, until=first + dt.timedelta(days=30),
    )  # fmt: skip
    attendance.answer(meeting, "yes", by=cast.ben)
    mine = advice.assign(meeting, "Draft it", by=cast.ben, owner=cast.ben)
    theirs = advice.assign(meeting, "Read it", by=cast.ada, owner=cast.dev)
    introductions.ask(
        circle, by=cast.ben, mentor=cast.ada, wanted="A lead", purpose="To learn", blurb="Hello"
    )
    asked = [(name, f"{name}@example.net") for name in ("Ivo", "Jun", "Kai")]
    soundings.ask(circle, by=cast.ben, colleagues=asked, question="How do I listen?")
    tell_everyone()
    before = len(letters())

    leave(as_, cast.ben, circle)
    tell_everyone()

    sent = [letter for letter in letters()[before:] if letter.calendar]
    assert {(letter.to, letter.calendar_method) for letter in sent} == {(cast.ben.email, "CANCEL")}
    assert len(sent) == 2
    assert not Attendance.objects.filter(person=cast.ben).exists()
    assert list(Action.objects.all()) == [theirs]
    assert mine.text in Keepsake.objects.get(person=cast.ben, part="actions").rows
    assert Introduction.objects.get().state == "expired"
    assert Sounding.objects.get().closed_at is not None


def test_nothing_that_happens_afterwards_reaches_who_left(as_, cast, circle, tell_everyone):
    goal = goals.set(circle, by=cast.ben, title="Price by value", levels=LEVELS, quarter="2027-Q1", weight=1)
    heard = advice.give(meetings.log(circle, now() - dt.timedelta(hours=2), by=cast.dev), "Ask", by=cast.cleo)
    asked = feedback.ask(circle, by=cast.dev, giver=cast.cleo, question="How do I listen?")
    leave(as_, cast.ben, circle)
    leave(as_, cast.cleo, circle)
    tell_everyone()
    Notice.objects.all().delete()
    Letter.objects.all().delete()

    version = agreements.draft(circle := Mentorship.objects.with_people().get(), by=cast.ada)
    for person in (cast.ada, cast.dev):
        agreements.accept(version, by=person)
    goals.agree(goal, by=cast.ada)
    advice.decide(heard, "do", "Right", by=cast.dev)
    advice.report(heard, "It worked", by=cast.dev)
    meeting = meetings.plan_one(circle, now() + dt.timedelta(days=3), by=cast.dev)
    notes.write(meeting, "For us", by=cast.dev, shared=True, version=0)
    messages.send(circle, "See you", by=cast.dev)
    review = reviews.begin(circle, "half_way", by=cast.ada)
    for person in (cast.ada, cast.dev):
        reviews.answer(
            review, by=person, texts=dict.fromkeys([q.key for q in review.questions], "x"), next=""
        )
    mentorships.end(circle, by=cast.ada)
    tell_everyone()

    gone = [cast.ben, cast.cleo]
    assert terms.standing(circle).is_in_force
    assert not Notice.objects.filter(person__in=gone).exists()
    assert not Letter.objects.filter(to__in=[one.email for one in gone]).exists()
    for person in gone:
        for name, thing in [("meetings.show", meeting), ("goals.show", goal), ("messages.index", circle),
                            ("records.show", circle), ("agreements.show", circle)]:  # fmt: skip
            assert as_(person).get(reverse(name, args=[thing.code])).status_code == 404
    asked = Feedback.objects.get()
    with pytest.raises(Forbidden):
        feedback.give(asked, by=cast.cleo, skill=None, **SAID)


@pytest.mark.parametrize("stays", [True, False])
def test_a_second_look_is_asked_of_who_stays(cast, circle, stays):
    asked = feedback.ask(circle, by=cast.dev, giver=cast.cleo, question="How do I listen?")
    feedback.give(asked, by=cast.cleo, skill=None, **SAID)
    feedback.answer(asked, by=cast.dev, landing="helped", will_try="Ask first", practice="")
    if not stays:
        actions.leave(circle, cast.cleo, by=cast.cleo)
        asked = Feedback.objects.get()
        with pytest.raises(Forbidden):
            feedback.look_again(asked, by=cast.cleo, change="more", seen_now="You ask")

    assert propose_due(now() + dt.timedelta(days=60)) == stays


def test_a_mentor_who_leaves_has_the_place_back_and_the_last_one_ends_it(as_, cast, circle):
    leave(as_, cast.cleo, circle)
    assert Offer.objects.get(person=cast.cleo).taken == 0
    assert Mentorship.objects.get().is_running
    assert "ends for all" in as_(cast.ada).get(reverse("circles.leave", args=[circle.code])).text

    leave(as_, cast.ada, circle)

    assert Mentorship.objects.get().state == "ended"
    assert Offer.objects.get(person=cast.ada).taken == 0
    assert people(circle) == {cast.ada.name, cast.ben.name, cast.dev.name}  # they read on what there was
    assert leave(as_, cast.ben, circle).status_code == 422


def test_a_mentee_ends_no_circle_of_others(as_, cast, circle):
    assert as_(cast.ben).post(reverse("mentorships.end", args=[circle.code])).status_code == 403
    leave(as_, cast.dev, circle)
    assert as_(cast.ben).post(reverse("mentorships.end", args=[circle.code])).status_code == 302


def test_a_pair_is_ended_and_not_left(cast, circle, as_):
    pair = mentorships.begin(cast.ada, cast.eve, by=cast.ada, purpose="Alone")

    assert leave(as_, cast.eve, pair).status_code == 404
    with pytest.raises(Forbidden):
        actions.leave(pair, cast.eve, by=cast.eve)


@pytest.mark.parametrize(
    ("blocker", "blocked", "leaves"),
    [("ben", "dev", "ben"), ("ben", "ada", "ben"), ("ada", "ben", "ben"), ("ada", "cleo", "ada")],
)
def test_a_block_parts_two_and_leaves_the_others_their_circle(
    cast, circle, tell_everyone, blocker, blocked, leaves
):
    pair = mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Alone")
    blocks.block(getattr(cast, blocked), by=getattr(cast, blocker))
    tell_everyone()

    assert getattr(cast, leaves).name not in people(circle)
    assert len(people(circle)) == 3
    pair.refresh_from_db()
    assert pair.is_running is not ({blocker, blocked} == {"ada", "ben"})


def test_a_closed_account_leaves_its_circles_and_ends_its_pairs(cast, circle, tell_everyone):
    pair = mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Alone")
    persons.deactivate(cast.ben, by=cast.ben)
    tell_everyone()

    pair.refresh_from_db()
    assert (pair.state, cast.ben.name in people(circle)) == ("ended", False)
    assert Mentorship.objects.get(pk=circle.pk).is_running


def test_one_leaves_a_frozen_circle_too(as_, cast, circle):
    Mentorship.objects.update(state="frozen")

    assert leave(as_, cast.ben, circle).status_code == 302
    assert cast.ben.name not in people(circle)
