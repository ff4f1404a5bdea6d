"""The ledger: advice heard, decided with a reason, and what came of it; actions with owner and date."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.mentoring.advice import actions
from alongside.mentoring.advice.models import Action, Advice
from alongside.mentoring.meetings.actions import log, plan_one

STATES = ["open", "trying", "told", "not_done"]


@pytest.fixture
def meeting(cast, pair):
    return plan_one(pair, now() + dt.timedelta(days=3), by=cast.ben)


@pytest.fixture
def advice(cast, meeting):
    return actions.give(meeting, "Show the two dates to the director", by=cast.ben)


def address(verb: str, thing) -> str:
    return reverse(f"advice.{verb}", args=[thing.code])


def test_advice_goes_from_heard_to_tried_and_the_mentor_learns_it(as_, cast, meeting, tell_everyone, letters):
    ben = as_(cast.ben)
    ben.post(address("give", meeting), {"text": "Show the two dates to the director"})
    advice = Advice.objects.get()
    ben.post(address("decide", advice), {"decision": "adapt", "why": "She prefers numbers"})
    ben.post(address("report", advice), {"result": "She moved the date herself"})
    tell_everyone()

    advice = Advice.objects.get()
    assert (advice.mentor, advice.decision, advice.why) == (cast.ada, "adapt", "She prefers numbers")
    assert [
        ("moved the date" in one.text, one.subject) for one in letters(cast.ada) if "advice" in one.subject
    ] == [(False, "Something came of your advice")]
    assert Event.objects.filter(verb__startswith="advice.").count() == 3


def test_open_advice_comes_back_at_the_next_meeting(as_, cast, pair, advice):
    later = plan_one(pair, now() + dt.timedelta(days=17), by=cast.ben)
    html = as_(cast.ada).get(reverse("meetings.show", args=[later.code])).content.decode()

    assert ("First: advice from before" in html, "Show the two dates" in html) == (True, True)


@pytest.mark.parametrize("verb", ["decide", "report"])
def test_only_the_mentee_decides_and_reports(as_, cast, advice, verb):
    said = {"decision": "do", "why": "It is right", "result": "It worked"}

    assert as_(cast.ada).post(address(verb, advice), said).status_code == 403
    for outsider in (cast.eve, cast.cleo, cast.dev):
        assert as_(outsider).post(address(verb, advice), said).status_code == 404


@pytest.mark.parametrize(
    ("verb", "said", "told"),
    [
        ("decide", {"why": "because"}, "Choose whether to do it"),
        ("decide", {"decision": "do"}, "Enter your reason"),
        ("report", {"result": ""}, "Enter what came of it"),
        ("report", {"result": "It worked"}, "Decide to do or to adapt it first"),
    ],
)
def test_what_is_missing_is_said(as_, cast, advice, verb, said, told):
    answer = as_(cast.ben).post(address(verb, advice), said)

    assert (answer.status_code, told in answer.content.decode()) == (422, True)


def test_a_decision_that_is_none_is_refused(cast, advice):
    with pytest.raises(Refused, match="Choose whether"):
        actions.decide(advice, "maybe", "", by=cast.ben)


def test_advice_without_words_is_not_kept(as_, cast, meeting):
    assert as_(cast.ben).post(address("give", meeting), {"text": " "}).status_code == 422
    assert as_(cast.eve).post(address("give", meeting), {"text": "x"}).status_code == 404


def test_an_action_has_an_owner_who_finishes_it(as_, cast, meeting):
    said = {"text": "Draft the one-pager", "owner": cast.ben.code, "due_on": "2027-01-15"}
    as_(cast.ada).post(address("assign", meeting), said)
    action = Action.objects.get()
    refused = as_(cast.ada).post(address("finish", action))
    hidden = as_(cast.eve).post(address("finish", action))
    as_(cast.ben).post(address("finish", action))
    as_(cast.ben).post(address("finish", action))

    action.refresh_from_db()
    assert (action.owner, action.due_on, action.done_at is not None) == (cast.ben, dt.date(2027, 1, 15), True)
    assert (refused.status_code, hidden.status_code) == (403, 404)
    assert Event.objects.filter(verb="action.finished").count() == 1


def test_an_action_belongs_to_one_of_the_two(as_, cast, meeting):
    said = {"text": "Draft the one-pager", "owner": cast.eve.code}

    assert as_(cast.ada).post(address("assign", meeting), said).status_code == 422
    with pytest.raises(Refused):
        actions.assign(meeting, "x", by=cast.ada, owner=cast.eve)


def test_a_meeting_that_is_over_keeps_its_own_agenda(as_, cast, pair, advice):
    earlier = log(pair, now() - dt.timedelta(days=4), by=cast.ben)
    html = as_(cast.ada).get(reverse("meetings.show", args=[earlier.code])).content.decode()

    assert ("First: advice from before" in html, "Show the two dates" in html) == (False, False)


@pytest.fixture
def ledger(cast, meeting):
    """One piece of advice in each state, named by it."""
    made = {state: actions.give(meeting, f"advice {state}", by=cast.ada) for state in STATES}
    for state, decision in (("trying", "do"), ("told", "adapt"), ("not_done", "not_do")):
        actions.decide(made[state], decision, f"why {state}", by=cast.ben)
    actions.report(made["told"], "They said yes", by=cast.ben)
    actions.assign(meeting, "Draft it", by=cast.ben, owner=cast.ben, advice=made["trying"])
    return made


@pytest.mark.parametrize("state", ["", "everything", *STATES])
def test_the_ledger_shows_all_meetings_and_one_state_of_them(as_, cast, pair, ledger, state):
    html = (
        as_(cast.ada).get(reverse("advice.index", args=[pair.code], query={"state": state})).content.decode()
    )

    shown = [one for one in STATES if f"advice {one}" in html]
    assert shown == ([state] if state in STATES else [*STATES])
    assert ("They said yes" in html, "Draft it" in html) == ("told" in shown, "trying" in shown)
    assert ("All (4)" in html, "Tell the result" in html) == (True, False)


def test_the_ledger_is_hidden_from_everybody_else(as_, cast, pair):
    address = reverse("advice.index", args=[pair.code])

    assert [as_(one).get(address).status_code for one in (cast.eve, cast.cleo, cast.dev)] == [404] * 3
    assert "No advice yet" in as_(cast.ben).get(address).content.decode()
    assert "None like this" in as_(cast.ben).get(address + "?state=told").content.decode()


@pytest.mark.parametrize("count", [1, 4])
def test_the_ledger_costs_the_same_however_long(as_, cast, pair, meeting, count, django_assert_num_queries):
    for _time in range(count):
        given = actions.give(meeting, "Show the two dates", by=cast.ada)
        actions.assign(meeting, "Draft it", by=cast.ben, owner=cast.ben, advice=given)
    ben = as_(cast.ben)
    ben.get(reverse("advice.index", args=[pair.code]))
    with django_assert_num_queries(6):
        ben.get(reverse("advice.index", args=[pair.code]))
