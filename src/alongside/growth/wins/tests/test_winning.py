"""What came of something, months later, with its measure: told, asked about, put into the portfolio."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.activity.notices.models import Notice
from alongside.growth.decisions import actions as decisions
from alongside.growth.portfolio.models import Case
from alongside.growth.wins import actions, sources, timed
from alongside.growth.wins.models import Win
from alongside.kit.clock import now, travel
from alongside.kit.errors import Forbidden, Refused
from alongside.mentoring.advice import actions as advice
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.mentorships import actions as mentorships
from alongside.people.offers.models import Offer
from alongside.practice.rehearsals import actions as rehearsals

INDEX, KEEP, WAIT = (reverse(f"wins.{view}") for view in ("index", "keep", "wait"))
TYPED = {"title": "Open the depots", "result": "Stops take half as long", "outcome": "yes", "measure": "minutes a stop",
         "measure_before": "12", "measure_after": "6", "part": "I asked the night shift", "months": "3"}  # fmt: skip
DAY = dt.timedelta(days=1)


@pytest.fixture
def win(cast):
    return actions.keep({"title": "Open the depots", "result": "Half as long", "outcome": "yes"}, by=cast.ben)


def at(view: str, win: Win) -> str:
    return reverse(f"wins.{view}", args=[win.code])


def test_a_win_is_waited_for_asked_about_told_and_put_into_the_portfolio(tell_everyone, as_, cast):
    ben = as_(cast.ben)
    assert "No win yet" in ben.get(INDEX).text
    ben.post(WAIT, TYPED)
    win = Win.objects.select_related("person").get()
    assert ["We ask on" in ben.get(INDEX).text, "Nothing is told yet" in ben.get(at("show", win)).text] == [
        True
    ] * 2
    with travel(now() + 92 * DAY):
        assert [timed.ask_everybody(at=now()), timed.ask_everybody(at=now())] == [1, 0]
        tell_everyone()
        assert "Asked" in ben.get(INDEX).text
        ben.post(at("tell", win), TYPED)
        told = ben.get(INDEX).text
        assert ["12 → 6" in told, "12 → 6" in ben.get(reverse("growth.record")).text] == [True, True]
        ben.post(at("case", win))
    case = Case.objects.select_related("person").get()
    assert (case.result, case.role, case.chosen) == (
        "Stops take half as long\nminutes a stop: 12 → 6", "I asked the night shift", False,
    )  # fmt: skip
    notice = Notice.objects.get(person=cast.ben)
    assert (notice.url, "depots" in notice.text) == (at("tell", win), False)
    verbs = Event.objects.filter(verb__startswith="win").order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["win.waited_for", "win.asked_about", "win.told", "win.made_a_case"]


def test_what_did_not_work_is_kept_too_and_is_no_win(as_, cast):
    ben = as_(cast.ben)
    ben.post(KEEP, TYPED | {"outcome": "no"})
    assert "What did not work" in ben.get(INDEX).text
    assert "half as long" in ben.get(at("tell", Win.objects.get())).text
    assert "half as long" not in ben.get(reverse("growth.record")).text
    ben.post(at("remove", Win.objects.get()))
    assert Win.objects.count() == 0


def test_rehearsals_advice_and_decisions_may_become_wins(as_, cast):
    Offer.objects.create(person=cast.ada, capacity=1, taken=1)
    pair = mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Lead")
    rehearsal = rehearsals.plan({"title": "Open the depots", "ask": "Decide", "minutes": 5}, by=cast.ben)
    rehearsals.decide(rehearsal, "yes", "Two depots", by=cast.ben)
    given = advice.give(meetings.plan_one(pair, now() + DAY, by=cast.ben), "Ask dispatch", by=cast.ada)
    advice.decide(given, "do", "Sensible", by=cast.ben)
    advice.report(given, "Calls fell", by=cast.ben)
    decision = decisions.ask("Stay?", ["Stay", "Go"], by=cast.ben)
    decisions.decide(decision, "Stay", {"reasons": "People"}, by=cast.ben)
    decisions.review(decision, "yes", "Promoted", by=cast.ben)
    ben = as_(cast.ben)

    found = sources.found(cast.ben)
    assert [(one.source, one.title, one.told.get("result")) for one in found] == [
        ("rehearsal", "Open the depots", ""),
        ("advice", "Ask dispatch", "Calls fell"),
        ("decision", "Stay? Stay", "Promoted"),
    ]
    assert sources.found(cast.ada) == []
    assert "A career decision" in ben.get(INDEX).text
    assert "Calls fell" in ben.get(f"{KEEP}?of={found[1].name}").text
    for one in found:
        ben.post(f"{KEEP}?of={one.name}", TYPED)
    assert sources.found(cast.ben) == []
    for win in Win.objects.select_related("person"):
        origin = sources.origin_of(win)
        assert [origin in ben.get(at("show", win)).text, ben.get(origin).status_code] == [True, 200]
    rehearsals.remove(rehearsal, by=cast.ben)
    decisions.remove(decision, by=cast.ben)
    Win.objects.filter(source="advice").update(source_code="gone")
    assert {sources.origin_of(win) for win in Win.objects.select_related("person")} == {""}


def test_what_came_of_a_rehearsed_proposal_is_a_win_at_once_and_stays_one(cast):
    rehearsal = rehearsals.plan({"title": "Open the depots", "ask": "Decide", "minutes": 5}, by=cast.ben)
    rehearsals.decide(rehearsal, "yes", "Two depots", by=cast.ben)
    told = {"result": "Faster", "measure": "minutes", "measure_before": "12", "measure_after": "6"}
    rehearsals.tell_result(rehearsal, told, by=cast.ben)
    win = Win.objects.select_related("person").get()
    actions.tell(win, {"outcome": "partly"}, by=cast.ben)
    rehearsals.tell_result(rehearsal, told | {"measure_after": "5"}, by=cast.ben)

    win = Win.objects.select_related("person").get()
    assert (win.title, win.measured, win.source, win.outcome) == (
        "Open the depots",
        "12 → 5",
        "rehearsal",
        "partly",
    )
    assert sources.origin_of(win) == reverse("rehearsals.show", args=[rehearsal.code])


@pytest.mark.parametrize("view", ["show", "tell", "case", "remove"])
def test_nobody_else_sees_a_win(as_, cast, win, view):
    people = (cast.ada, cast.cleo, cast.dev, cast.eve)
    method = "get" if view == "show" else "post"

    assert {getattr(as_(one), method)(at(view, win)).status_code for one in people} == {404}


@pytest.mark.parametrize(
    ("address", "typed", "sentence"),
    [
        (KEEP, {"title": ""}, "Enter what you did"),
        (KEEP, {"result": ""}, "Enter what came of it"),
        (KEEP, {"outcome": "maybe"}, "Choose whether it worked"),
        (WAIT, {"months": ""}, "Choose when"),
        (WAIT, {"title": ""}, "Enter what you did"),
    ],
)
def test_what_is_missing_is_said_and_the_rest_kept(as_, cast, address, typed, sentence):
    answer = as_(cast.ben).post(address, TYPED | typed)
    kept = (
        "I asked the night shift" if address == KEEP else "checked" if "title" in typed else "Open the depots"
    )

    assert (answer.status_code, sentence in answer.text, kept in answer.text) == (422, True, True)


def test_what_cannot_be_is_refused(cast, win, monkeypatch):
    with pytest.raises(Refused, match="a day to come"):
        actions.wait("x", now().date(), by=cast.ben)
    with pytest.raises(Refused, match="whether it worked"):
        actions.tell(win, {"outcome": ""}, by=cast.ben)
    with pytest.raises(Forbidden):
        actions.ask(win, by=None)
    waiting = actions.wait("Write a talk", (now() + DAY).date(), by=cast.ben, of=("rehearsal", "abc"))
    with pytest.raises(Refused, match="Tell first"):
        actions.make_a_case(waiting, by=cast.ben)
    actions.tell(waiting, {"outcome": "partly", "result": "Ten came"}, by=cast.ben)
    with pytest.raises(Refused, match="told already"):
        actions.wait("Write a talk", (now() + DAY).date(), by=cast.ben, of=("rehearsal", "abc"))
    assert actions.make_a_case(waiting, by=cast.ben).result == "Ten came"
    monkeypatch.setattr(actions, "MOST", 1)
    with pytest.raises(Refused, match="Five hundred"):
        actions.wait("Another", (now() + DAY).date(), by=cast.ben)


def test_it_is_unreadable_at_rest(win):
    row = str([bytes(one) if isinstance(one, memoryview) else one for one in Win.objects.values_list()[0]])

    assert ["depots" in row, "Half" in row] == [False, False]


@pytest.mark.parametrize("count", [1, 4])
def test_the_list_costs_the_same_however_long(as_, cast, count, django_assert_num_queries):
    for number in range(count):
        actions.keep({"title": f"Win {number}", "result": "Well", "outcome": "yes"}, by=cast.ben)
    ben = as_(cast.ben)
    ben.get(INDEX)
    with django_assert_num_queries(QUERIES):
        ben.get(INDEX)


QUERIES = 6
