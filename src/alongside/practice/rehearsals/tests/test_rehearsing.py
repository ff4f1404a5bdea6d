"""A proposal is rehearsed with a mentor, taken to those who decide, and what they said is kept."""

from __future__ import annotations

import datetime as dt
from operator import attrgetter

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from alongside.activity.events.models import Event
from alongside.activity.notices.models import Notice
from alongside.kit.clock import now, travel
from alongside.kit.errors import Forbidden, Refused
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.mentorships.models import Mentorship
from alongside.practice.interviews import actions as interviews
from alongside.practice.rehearsals import actions, timed
from alongside.practice.rehearsals.going import Standing, change, means, missing, whole
from alongside.practice.rehearsals.models import Objection, Rehearsal, Score, Take

INDEX, PLAN = reverse("rehearsals.index"), reverse("rehearsals.plan")
TYPED = {"title": "Open the depots", "ask": "Two engineers for eight weeks, decided today", "downside": "",
         "day": "2027-03-15", "minutes": "5", "panel": ["finance", "sceptic"], "before": "40"}  # fmt: skip


def judged(value: int, **changed: object) -> dict[str, object]:
    return {f"score_{place}": value for place in range(8)} | {"note": "Began with the driver"} | changed


@pytest.fixture
def rehearsal(cast, pair):
    told = {
        "title": "Open the depots",
        "ask": "Decide today",
        "minutes": 5,
        "before": 40,
        "panel": ["finance"],
    }
    return actions.plan(told, by=cast.ben, mentorship=pair)


def through(rehearsal: Rehearsal, seconds: int = 240) -> Take:
    """Go through it once."""
    moment = now()
    with travel(moment):
        actions.begin(rehearsal, by=rehearsal.owner)
    with travel(moment + dt.timedelta(seconds=seconds)):
        return actions.stop(rehearsal, by=rehearsal.owner)


def test_from_the_plan_to_what_they_decided(tell_everyone, as_, cast, pair, to):
    ben, ada = as_(cast.ben), as_(cast.ada)
    assert "No rehearsal yet" in ben.get(INDEX).text
    ben.post(PLAN, TYPED | {"mentorship": pair.code})
    rehearsal = Rehearsal.objects.get()
    assert "Open the depots" in ada.get(INDEX).text
    page = to("rehearsals.show", rehearsal)
    ben.post(to("rehearsals.begin", rehearsal))
    assert "data-timer" in ben.get(page).text
    with travel(now() + dt.timedelta(seconds=372)):
        ben.post(to("rehearsals.stop", rehearsal))
    assert ["6:12" in ben.get(page).text, "The last take was too long" in ben.get(page).text] == [True, True]
    ben.post(to("rehearsals.score", rehearsal), judged(2))
    assert "Somebody has scored" in ada.get(page).text
    ada.post(to("rehearsals.score", rehearsal), judged(3))
    assert ["63 / 100" in ada.get(page).text, "Began with the driver" in ada.get(page).text] == [True, True]
    through(rehearsal)
    actions.score(rehearsal, [3] * 8, "", by=cast.ben)
    assert "+0.5" in ben.get(page).text
    ada.post(to("rehearsals.object_to", rehearsal), {"text": "Why now?", "role": "finance", "hardest": "on"})
    ben.post(to("rehearsals.answer", Objection.objects.get()), {"text": "The contract ends in May"})
    ben.post(to("rehearsals.feel", rehearsal), {"after": "70"})
    ben.post(to("rehearsals.decide", rehearsal), {"decision": "partly", "decided": "One engineer"})
    tell_everyone()

    shown = ben.get(page).text
    assert [
        "40 % before rehearsing, 70 % after" in shown,
        "One engineer" in shown,
        "The contract" in shown,
    ] == [True] * 3
    verbs = Event.objects.filter(verb__startswith="rehearsal").values_list("verb", flat=True)
    assert set(verbs) == {f"rehearsal.{verb}" for verb in (
        "planned", "begun", "stopped", "scored", "objected", "answered", "felt", "decided")}  # fmt: skip
    assert Notice.objects.filter(person=cast.ada, kind="rehearsal").count() == 2
    assert "They said yes to a part" in ben.get(INDEX).text


def test_alone_it_is_seen_by_nobody_else(tell_everyone, as_, cast, pair, to):
    as_(cast.ben).post(PLAN, TYPED)
    rehearsal = Rehearsal.objects.get()
    tell_everyone()

    assert "alone" in as_(cast.ben).get(to("rehearsals.show", rehearsal)).text
    assert as_(cast.ada).get(to("rehearsals.show", rehearsal)).status_code == 404
    assert Notice.objects.count() == 0


DEEDS = ["change", "begin", "stop", "score", "object_to", "feel", "decide", "remove"]


@pytest.mark.parametrize("deed", DEEDS)
def test_it_is_hidden_from_everybody_else_and_the_mentor_only_listens(as_, cast, rehearsal, to, deed):
    address = to(f"rehearsals.{deed}", rehearsal)
    good = judged(3) | TYPED | {"text": "Why?", "after": "1", "decision": "no"}

    assert {as_(one).post(address, good).status_code for one in (cast.cleo, cast.dev, cast.eve)} == {404}
    expected = {"score": 422, "object_to": 302}.get(deed, 403)
    assert as_(cast.ada).post(address, good).status_code == expected


def test_the_mentor_answers_nothing_and_an_outsider_finds_nothing(as_, cast, rehearsal, to):
    objection = actions.object_to(rehearsal, "Why now?", by=cast.ada)
    address = to("rehearsals.answer", objection)

    assert [as_(one).post(address, {"text": "x"}).status_code for one in (cast.ada, cast.eve)] == [403, 404]
    assert as_(cast.ada).get(to("rehearsals.change", rehearsal)).status_code == 403


@pytest.mark.parametrize(
    ("view", "typed", "sentence"),
    [
        ("change", TYPED | {"ask": ""}, "Enter what they are to decide"),
        ("change", TYPED | {"before": "140"}, "whole number from 0 to 100"),
        ("change", TYPED | {"minutes": "0"}, "1 to 60 minutes"),
        ("change", TYPED | {"day": "soon"}, "2027-03-15"),
        ("score", judged(2, score_3=""), "Score this from 1 to 4"),
        ("object_to", {"text": ""}, "Enter the objection"),
        ("feel", {"after": "-1"}, "whole number from 0 to 100"),
        ("decide", {"decided": "Kept words"}, "Choose what they said"),
    ],
)
def test_what_is_missing_is_said_and_the_rest_kept(as_, cast, rehearsal, to, view, typed, sentence):
    answer = as_(cast.ben).post(to(f"rehearsals.{view}", rehearsal), typed)
    texts = [
        value
        for value in typed.values()
        if isinstance(value, str) and value.startswith(("Kept", "Open", "Began"))
    ]

    assert (answer.status_code, sentence in answer.text) == (422, True)
    assert all(text in answer.text for text in texts)


def test_what_cannot_be_is_refused(cast, pair, rehearsal, monkeypatch):
    with pytest.raises(Refused, match="No take"):
        actions.stop(rehearsal, by=cast.ben)
    with pytest.raises(Refused, match="Go through it"):
        actions.score(rehearsal, [1] * 8, "", by=cast.ben)
    assert actions.begin(rehearsal, by=cast.ben) == actions.begin(rehearsal, by=cast.ben)
    actions.stop(rehearsal, by=cast.ben)
    for numbers in ([1] * 7, [5] * 8, [0] * 8):
        with pytest.raises(Refused, match="all eight"):
            actions.score(rehearsal, numbers, "", by=cast.ben)
    with pytest.raises(Refused, match="Choose"):
        actions.decide(rehearsal, "maybe", "", by=cast.ben)
    monkeypatch.setattr(actions, "MOST_TAKES", 1)
    monkeypatch.setattr(actions, "MOST_OBJECTIONS", 0)
    with pytest.raises(Refused, match="enough"):
        actions.begin(rehearsal, by=cast.ben)
    with pytest.raises(Refused, match="Sixty"):
        actions.object_to(rehearsal, "Why?", by=cast.ben)
    actions.decide(rehearsal, "no", "", by=cast.ben)
    with pytest.raises(Refused, match="day is over"):
        actions.object_to(rehearsal, "Why?", by=cast.ben)


def test_after_the_end_of_the_mentorship_the_mentor_only_reads(as_, cast, pair, rehearsal, to):
    mentorships.end(pair, by=cast.ada)

    assert as_(cast.ada).get(to("rehearsals.show", rehearsal)).status_code == 200
    assert as_(cast.ada).post(to("rehearsals.object_to", rehearsal), {"text": "Why?"}).status_code == 403
    pair.refresh_from_db()
    with pytest.raises(Refused, match="ended"):
        actions.plan({"title": "x", "ask": "y"}, by=cast.ben, mentorship=pair)
    with pytest.raises(Forbidden):
        actions.plan({"title": "x", "ask": "y"}, by=cast.eve, mentorship=pair)


def test_it_is_unreadable_at_rest_and_removed_whole(as_, cast, rehearsal, to):
    through(rehearsal)
    actions.score(rehearsal, [1] * 8, "Too soft", by=cast.ada)
    actions.object_to(rehearsal, "Why now?", by=cast.ben, hardest=True)
    actions.object_to(rehearsal, "Why you?", by=cast.ben, hardest=True)
    models = (Rehearsal, Score, Objection)
    values = [value for model in models for value in model.objects.values_list()[0]]
    row = str([bytes(value) if isinstance(value, memoryview) else value for value in values])

    assert [word in row for word in ("depots", "Decide", "Too soft", "[1,", "Why now")] == [False] * 5
    assert [one.text for one in rehearsal.objections.select_related("rehearsal__owner") if one.hardest] == [
        "Why you?"
    ]
    as_(cast.ben).post(to("rehearsals.remove", rehearsal))
    assert [model.objects.count() for model in models] == [0, 0, 0]


def test_a_change_of_the_plan_is_kept(as_, cast, rehearsal, to):
    as_(cast.ben).post(to("rehearsals.change", rehearsal), TYPED | {"title": "Open two depots"})

    assert attrgetter("title", "minutes")(Rehearsal.objects.select_related("owner").get()) == (
        "Open two depots",
        5,
    )


STANDING = {"ask": "Decide", "downside": "Rain", "limit": 300, "longest": 200, "judges": 2,
            "hardest_is_answered": True, "open_objections": 0}  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({}, []),
        ({"ask": ""}, ["no_ask"]),
        ({"ask": "This? That?"}, ["many_asks"]),
        ({"longest": 301}, ["over_time"]),
        ({"downside": "", "open_objections": 1}, ["no_downside", "open"]),
        ({"hardest_is_answered": False}, ["hardest"]),
        ({"judges": 1}, ["one_judge"]),
        ({"longest": 0, "judges": 0}, []),
    ],
)
def test_what_executives_would_notice(changed, found):
    assert missing(Standing(**(STANDING | changed))) == found


EIGHT = st.lists(st.integers(1, 4), min_size=8, max_size=8)


@given(EIGHT, EIGHT)
def test_a_change_there_and_back_is_none(one, other):
    assert [a + b for a, b in zip(change([one], [other]), change([other], [one]), strict=True)] == [0] * 8
    assert 25 <= whole(one) <= 100


@pytest.mark.parametrize("wrong", [lambda: whole([1] * 7), lambda: whole([5] * 8), lambda: means([])])
def test_other_numbers_are_an_error(wrong):
    with pytest.raises(ValueError, match="score"):
        wrong()


WON = {"result": "Depots open", "measure": "partners", "measure_before": "0", "measure_after": "7"}


def test_three_months_after_a_yes_ben_is_asked_once_and_tells_the_win(
    tell_everyone, as_, cast, rehearsal, to
):
    address = to("rehearsals.tell_result", rehearsal)
    ben = as_(cast.ben)
    early = ben.post(address, WON)
    assert (early.status_code, "Tell what they decided first" in early.text) == (422, True)
    actions.decide(rehearsal, "yes", "", by=cast.ben)
    assert timed.ask_everybody(at=now()) == 0
    with travel(now() + timed.AFTER):
        timed.ask_daily(0)
        assert timed.ask_everybody(at=now()) == 0
    tell_everyone()
    assert Notice.objects.get(person=cast.ben, kind="rehearsal").url == address
    empty = ben.post(address, WON | {"result": ""})
    assert (empty.status_code, "even if it was nothing" in empty.text, "partners" in empty.text) == (
        422,
        True,
        True,
    )
    assert [as_(one).post(address, WON).status_code for one in (cast.ada, cast.eve)] == [403, 404]
    ben.post(address, WON)
    tell_everyone()

    assert "0 → 7" in as_(cast.ada).get(to("rehearsals.show", rehearsal)).text
    record = ben.get(reverse("growth.record")).text
    assert ["Depots open" in record, "Wins" in record] == [True, True]
    assert (
        Notice.objects.filter(person=cast.ada, kind="rehearsal", text__contains="what came of").count() == 1
    )
    with pytest.raises(Forbidden):
        actions.ask_for_result(rehearsal, by=cast.ben)


@pytest.mark.parametrize("count", [1, 3])
def test_the_lists_cost_the_same_however_long(as_, cast, pair, count, django_assert_num_queries):
    for number in range(count):
        actions.plan({"title": f"{number}", "ask": "y"}, by=cast.ben, mentorship=pair)
        interviews.start("learn", ["sense"], 1, by=cast.ben, mentorship=pair)
    ben = as_(cast.ben)
    for address, most in ((INDEX, 3), (reverse("interviews.index"), 3)):
        ben.get(address)
        with django_assert_num_queries(most):
            ben.get(address)


def test_a_full_rehearsal_costs_ten_queries_at_most(as_, cast, rehearsal, to, django_assert_max_num_queries):
    for _take in range(2):
        through(rehearsal)
        for one in (cast.ben, cast.ada):
            actions.score(rehearsal, [3] * 8, "", by=one)
            actions.object_to(rehearsal, "Why?", by=one)
    ben = as_(cast.ben)
    ben.get(to("rehearsals.show", rehearsal))
    with django_assert_max_num_queries(10):
        ben.get(to("rehearsals.show", rehearsal))


def test_a_shared_rehearsal_rests_while_it_is_frozen_until_it_is_taken_back(as_, cast, pair, rehearsal, to):
    objection = actions.object_to(rehearsal, "Why now?", by=cast.ada)
    Mentorship.objects.update(state="frozen")
    ben, page = as_(cast.ben), to("rehearsals.show", rehearsal)
    for press in (
        lambda: actions.change(rehearsal, {"title": "Other"}, by=cast.ben),
        lambda: actions.begin(rehearsal, by=cast.ben),
        lambda: actions.stop(rehearsal, by=cast.ben),
        lambda: actions.answer(objection, "Because", by=cast.ben),
        lambda: actions.feel(rehearsal, 70, by=cast.ben),
        lambda: actions.decide(rehearsal, "yes", "Go", by=cast.ben),
        lambda: actions.tell_result(rehearsal, {"result": "Live"}, by=cast.ben),
    ):
        with pytest.raises(Refused, match="frozen"):
            press()
    assert "rests for now" in ben.get(page).text
    assert as_(cast.ada).post(to("rehearsals.take_back", rehearsal)).status_code == 403
    assert as_(cast.eve).post(to("rehearsals.take_back", rehearsal)).status_code == 404
    ben.post(to("rehearsals.take_back", rehearsal))
    ben.post(to("rehearsals.begin", rehearsal))

    assert as_(cast.ada).get(page).status_code == 404
    verbs = Event.objects.filter(verb__startswith="rehearsal.").order_by("pk").values_list("verb", flat=True)
    assert list(verbs)[-2:] == ["rehearsal.taken_back", "rehearsal.begun"]


def test_while_a_mentorship_is_frozen_nobody_objects_and_alone_one_may(cast, pair, rehearsal):
    alone = actions.plan({"title": "Alone", "ask": "Decide"}, by=cast.ben)
    Mentorship.objects.update(state="frozen")
    with pytest.raises(Refused, match="frozen"):
        actions.object_to(rehearsal, "Why now?", by=cast.ben)
    actions.object_to(alone, "Why now?", by=cast.ben)
