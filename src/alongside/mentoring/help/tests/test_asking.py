"""Asking a named person for help: whom, who reads it, and what they do."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from alongside.accounts.memberships.models import Membership
from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.activity.notices.models import Notice
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.mentoring.health.models import Alert
from alongside.mentoring.health.timed import pass_on_what_stands
from alongside.mentoring.help import actions
from alongside.mentoring.help.models import Concern, Contact
from alongside.mentoring.help.queries import helpers
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.messages import actions as messages


@pytest.fixture
def concern(cast, pair) -> Concern:
    return actions.tell_concern(cast.cleo, by=cast.ben, text="He shouted", kind="report", mentorship=pair)


def address(verb: str, thing) -> str:
    return reverse(f"help.{verb}", args=[thing.code])


def told(person) -> list[str]:
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("text", flat=True))


def text(answer) -> str:
    return answer.content.decode()


def test_ben_tells_cleo_and_ada_hears_nothing(tell_everyone, as_, cast, pair):
    ben = as_(cast.ben)
    said = {"helper": cast.cleo.code, "kind": "report", "about": pair.code, "text": "He shouted"}
    answer = ben.post(reverse("help.index"), said)
    concern = Concern.objects.get()
    as_(cast.cleo).post(address("take", concern))
    as_(cast.cleo).post(address("take", concern))
    as_(cast.cleo).post(address("show", concern), {"answer": "I spoke to both"})
    tell_everyone()

    assert answer.headers["Location"] == address("show", concern)
    assert "I spoke to both" in text(ben.get(address("show", concern)))
    assert told(cast.cleo) == ["Somebody asks you for help. Read it within one working day"]
    assert told(cast.ben) == [
        f"{cast.cleo.name} has read what you wrote and sees to it",
        f"{cast.cleo.name} tells you what was done",
    ]
    assert told(cast.ada) == []
    verbs = Event.objects.filter(verb__startswith="concern.").order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["concern.told", "concern.taken", "concern.closed"]


def test_the_mentorship_freezes_with_what_was_booked_and_goes_on(tell_everyone, as_, cast, pair, concern):
    meetings.plan_one(pair, now() + dt.timedelta(days=3), by=cast.ben)
    cleo = as_(cast.cleo)
    cleo.post(address("freeze", concern))
    tell_everyone()
    pair.refresh_from_db()

    frozen = f"{cast.cleo.name} has frozen your mentorship for now: nothing is sent or booked"
    assert [frozen in told(person) for person in (cast.ada, cast.ben)] == [True, True]
    assert Meeting.objects.get().state == "cancelled"
    for refused in (messages.send, mentorships.pause, mentorships.resume):
        with pytest.raises(Refused):
            refused(pair, *(["Hello"] if refused is messages.send else []), by=cast.ada)
    with pytest.raises(Refused, match="frozen or has ended"):
        actions.freeze(concern, by=cast.cleo)
    assert "Frozen for now" in text(as_(cast.ada).get(reverse("mentorships.show", args=[pair.code])))
    assert "Let it go on" in text(cleo.get(address("show", concern)))
    cleo.post(address("thaw", concern))
    pair.refresh_from_db()
    assert pair.state == "active"
    concern.refresh_from_db()
    with pytest.raises(Refused, match="not frozen"):
        actions.thaw(concern, by=cast.cleo)


def test_what_rested_before_it_was_frozen_rests_again(cast, pair, concern):
    mentorships.pause(pair, by=cast.ben)
    actions.freeze(concern, by=cast.cleo)
    actions.thaw(concern, by=cast.cleo)

    pair.refresh_from_db()
    assert pair.state == "paused"
    mentorships.resume(pair, by=cast.ada)
    actions.freeze(concern, by=cast.cleo)
    actions.thaw(concern, by=cast.cleo)
    pair.refresh_from_db()
    assert pair.state == "active"


def test_a_frozen_mentorship_still_ends_at_any_time(as_, cast, pair, concern):
    actions.freeze(concern, by=cast.cleo)
    as_(cast.ben).get(reverse("mentorships.end", args=[pair.code]))
    as_(cast.ben).post(reverse("mentorships.end", args=[pair.code]))
    pair.refresh_from_db()

    assert pair.state == "ended"


def test_nobody_too_near_is_offered_and_the_next_ones_are(cast, pair):
    assert helpers(cast.ben) == [cast.cleo]

    Contact.objects.create(organisation=cast.northwind, person=cast.dev)
    assert helpers(cast.ben) == [cast.dev]
    Membership.objects.filter(person=cast.ada).update(manager=cast.dev)
    assert helpers(cast.ben) == [cast.cleo]
    Membership.objects.filter(person=cast.ben).update(manager=cast.cleo)
    assert helpers(cast.ben) == []
    with pytest.raises(Refused, match="named here"):
        actions.tell_concern(cast.cleo, by=cast.ben, text="Help", kind="talk")


def test_who_has_nobody_to_turn_to_reads_what_else_they_can_do(as_, cast):
    loner = Person.objects.create(name="Lone Vale", email="lone@example.net", agreed_conduct_at=now())

    assert "Nobody is named" in text(as_(loner).get(reverse("help.index")))


@pytest.mark.parametrize("verb", ["take", "freeze", "thaw", "show"])
def test_only_the_two_see_it_and_only_the_helper_acts(as_, cast, concern, verb):
    assert as_(cast.ben).post(address(verb, concern), {"answer": "Done"}).status_code == 403
    for outsider in (cast.ada, cast.dev, cast.eve):
        assert as_(outsider).post(address(verb, concern), {"answer": "Done"}).status_code == 404


def test_what_is_missing_is_said_and_the_text_kept(as_, cast, concern):
    wrong = as_(cast.ben).post(reverse("help.index"), {"kind": "talk", "text": "Kept words"})
    empty = as_(cast.cleo).post(address("show", concern), {"answer": ""})
    actions.close(concern, "Done", by=cast.cleo)
    twice = as_(cast.cleo).post(address("show", concern), {"answer": "Again"})

    assert [wrong.status_code, empty.status_code, twice.status_code] == [422, 422, 422]
    assert "Choose who should read it" in text(wrong)
    assert "Kept words" in text(wrong)


def test_without_a_mentorship_there_is_nothing_to_freeze(cast, pair):
    concern = actions.tell_concern(cast.cleo, by=cast.ben, text="Lost", kind="talk")

    with pytest.raises(Refused, match="not about a mentorship"):
        actions.freeze(concern, by=cast.cleo)


def test_an_administrator_names_members_and_nobody_else_does(as_, cast):
    where = address("named", cast.northwind)
    dev = as_(cast.dev)
    assert "Nobody is named" in text(dev.get(where))
    for _time in range(2):
        dev.post(where, {"email": cast.ada.email.upper()})
    contact = Contact.objects.get()
    assert cast.ada.name in text(as_(cast.ben).get(where))
    assert as_(cast.ben).post(where, {"email": cast.cleo.email}).status_code == 403
    assert as_(cast.eve).get(where).status_code == 404
    assert as_(cast.ben).post(address("unname", contact)).status_code == 403
    for wrong in ("", "nobody@example.net", cast.eve.email):
        assert dev.post(where, {"email": wrong}).status_code == 422
    dev.post(address("unname", contact))
    assert not Contact.objects.exists()


def test_a_sign_that_stands_for_a_week_reaches_a_coordinator_once_without_words(tell_everyone, cast, pair):
    Alert.objects.create(mentorship=pair, kind="pulse", created_at=now() - dt.timedelta(days=6))
    assert pass_on_what_stands(now()) == 0
    assert pass_on_what_stands(now() + dt.timedelta(days=2)) == 1
    assert pass_on_what_stands(now() + dt.timedelta(days=3)) == 0
    tell_everyone()

    names = f"{cast.ada.name}, {cast.ben.name}"
    assert told(cast.cleo) == [f"Ask how it goes: the mentorship of {names} has shown a sign for a week"]


@pytest.mark.parametrize("count", [1, 4])
def test_the_page_costs_the_same_however_long(as_, cast, pair, count, django_assert_max_num_queries):
    for _time in range(count):
        actions.tell_concern(cast.cleo, by=cast.ben, text="Lost", kind="talk", mentorship=pair)
    ben = as_(cast.ben)
    ben.get(reverse("help.index"))
    with django_assert_max_num_queries(10):
        ben.get(reverse("help.index"))
