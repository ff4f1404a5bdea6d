"""Giving feedback: asked or not, checked gently, answered by the receiver, and looked at again."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.activity.events.models import Event
from alongside.growth.skills.queries import default_skills
from alongside.kit.clock import now
from alongside.kit.errors import Forbidden, Refused
from alongside.mentoring.feedback import actions, timed
from alongside.mentoring.feedback.checks import look
from alongside.mentoring.feedback.models import Feedback
from alongside.mentoring.mentorships import actions as mentorships

GOOD = {
    "situation": "On Tuesday, in the release review",
    "behaviour": "You opened with two dates and waited until both had spoken",
    "impact": "The scope was cut in ten minutes, because they talked to each other",
    "ask": "What did you want to achieve with the pause?",
}
POOR = {"situation": "Lately", "behaviour": "You are too careless", "impact": "Bad", "ask": ""}
TRY = {"landing": "stung", "will_try": "Ask first", "practice": "Stand-up", "weeks": 4}


@pytest.fixture
def asked(cast, pair) -> Feedback:
    return actions.ask(pair, by=cast.ben, giver=cast.ada, question="How did I open the review?")


@pytest.fixture
def received(cast, pair) -> Feedback:
    return actions.offer(pair, by=cast.ada, receiver=cast.ben, skill=None, **GOOD)


@pytest.fixture
def tried(cast, received) -> Feedback:
    actions.answer(received, by=cast.ben, **TRY)
    return received


def address(verb: str, thing) -> str:
    return reverse(f"feedback.{verb}", args=[thing.code])


def text(answer) -> str:
    return answer.content.decode()


def test_feedback_goes_from_the_question_to_then_and_now(as_, cast, pair, tell_everyone, letters):
    ben, ada, skill = as_(cast.ben), as_(cast.ada), default_skills()[0]
    ben.post(
        address("ask", pair), {"other": cast.ada.code, "question": "How did I open?", "skill": skill.code}
    )
    feedback = Feedback.objects.get()
    ada.post(address("give", feedback), {**GOOD, "skill": skill.code})
    ben.post(address("answer", feedback), TRY)
    assert timed.propose_due(now() + dt.timedelta(weeks=4)) == 1
    ada.post(address("look_again", feedback), {"change": "more", "seen_now": "You asked before you told"})
    tell_everyone()

    feedback.refresh_from_db()
    page = text(ben.get(address("show", feedback)))
    assert (feedback.landing, feedback.change, feedback.skill) == ("stung", "more", skill)
    assert [word in page for word in ("Then", "Now", "two dates", "You asked before you told")] == 4 * [True]
    assert sorted(Event.objects.filter(verb__startswith="feedback.").values_list("verb", flat=True)) == [
        "feedback.answered", "feedback.asked", "feedback.given", "feedback.looked_at_again",
        "feedback.second_look_due",
    ]  # fmt: skip
    written = " ".join(one.text + one.subject for one in (*letters(cast.ada), *letters(cast.ben)))
    assert ("gave you feedback" in written, "two dates" in written, "How did I open" in written) == (
        True, False, False,
    )  # fmt: skip


def test_feedback_that_nobody_asked_for_is_given_too(as_, cast, pair):
    as_(cast.ben).post(address("offer", pair), {**GOOD, "other": cast.ada.code})

    feedback = Feedback.objects.get()
    assert (feedback.giver, feedback.receiver, feedback.situation) == (cast.ben, cast.ada, GOOD["situation"])
    assert "to be read" in text(as_(cast.ada).get(address("index", pair))).lower()


def test_poor_words_are_looked_at_once_more_and_may_stay(as_, cast, pair):
    form = {**POOR, "other": cast.ben.code}
    answer = as_(cast.ada).post(address("offer", pair), form)
    assert (answer.status_code, Feedback.objects.count()) == (422, 0)
    assert ["not what somebody is" in text(answer), "You are too careless" in text(answer)] == [True, True]

    as_(cast.ada).post(address("offer", pair), {**form, "as_it_is": "on"})
    assert Feedback.objects.get().behaviour == "You are too careless"


def test_the_checks_answer_while_one_writes_and_keep_nothing(as_, cast):
    check = reverse("feedback.check")
    assert text(as_(cast.ada).post(check, POOR)).count("<li>") == 5
    assert "<li>" not in text(as_(cast.ada).post(check, {"situation": "Lately"}))
    assert not Feedback.objects.exists()


@pytest.mark.parametrize(
    ("changed", "fields"),
    [
        ({}, []),
        ({"behaviour": "You are lazy and said so"}, ["behaviour"]),
        ({"behaviour": "You always interrupted"}, ["behaviour"]),
        ({"situation": "Some time ago"}, ["situation"]),
        ({"behaviour": "A certain attitude"}, ["behaviour"]),
        ({"behaviour": "You asked, and another thing is the slides"}, ["behaviour"]),
        ({"impact": "Not good"}, ["impact"]),
        ({"ask": "Think about it"}, ["ask"]),
    ],
)
def test_each_check_finds_one_thing(changed, fields):
    assert [hint.field for hint in look(**{**GOOD, **changed})] == fields


@settings(max_examples=40)
@given(st.text(max_size=600), st.text(max_size=600))
def test_the_checks_take_any_words(one, other):
    assert len(look(situation=one, behaviour=other, impact=one, ask=other)) <= 7


@pytest.mark.parametrize(
    ("verb", "who", "said"),
    [
        ("give", "ben", GOOD),
        ("take_back", "ada", {}),
        ("answer", "ada", TRY),
        ("look_again", "ben", {"change": "more", "seen_now": "x"}),
    ],
)
def test_each_side_does_its_own_part(as_, cast, asked, verb, who, said):
    assert as_(getattr(cast, who)).post(address(verb, asked), said).status_code == 403
    for outsider in (cast.eve, cast.cleo, cast.dev):
        assert as_(outsider).post(address(verb, asked), said).status_code == 404
        assert as_(outsider).get(address("show", asked)).status_code == 404


def test_only_the_two_ask_and_offer(as_, cast, pair):
    for verb in ("ask", "offer", "index"):
        assert as_(cast.eve).get(address(verb, pair)).status_code == 404
    with pytest.raises(Forbidden):
        actions.ask(pair, by=cast.eve, giver=cast.ada, question="How?")
    for action, other in ((actions.ask, "giver"), (actions.offer, "receiver")):
        words = {"question": "How?"} if action is actions.ask else {**GOOD, "skill": None}
        with pytest.raises(Refused, match="from this mentorship"):
            action(pair, by=cast.ben, **{other: cast.eve}, **words)


@pytest.mark.parametrize(
    ("verb", "who", "said", "told"),
    [
        ("ask", "ben", {"question": ""}, "Enter what you would like to hear about"),
        ("offer", "ada", {**GOOD, "impact": ""}, "Enter what it led to"),
        ("offer", "ada", {**GOOD, "other": "nobody"}, "Choose from the list"),
    ],
)
def test_what_is_missing_is_said_and_the_rest_kept(as_, cast, pair, verb, who, said, told):
    other = cast.ben if who == "ada" else cast.ada
    answer = as_(getattr(cast, who)).post(address(verb, pair), {"other": other.code, **said})

    assert (answer.status_code, told in text(answer)) == (422, True)
    assert all(value in text(answer) for name, value in said.items() if name in GOOD and value)


@pytest.mark.parametrize(
    ("verb", "who", "said", "told"),
    [
        ("answer", "ben", {"will_try": "Ask first", "weeks": 6}, "Choose how it landed"),
        ("answer", "ben", {**TRY, "weeks": 40}, "Choose from the list"),
        ("look_again", "ada", {"change": "more"}, "nothing to look at again"),
        ("give", "ada", GOOD, "given this feedback already"),
        ("take_back", "ben", {}, "answered already"),
    ],
)
def test_what_cannot_be_done_is_said(as_, cast, received, verb, who, said, told):
    if verb == "look_again":
        said = {**said, "seen_now": "Something"}
    answer = as_(getattr(cast, who)).post(address(verb, received), said)

    assert (answer.status_code, told in text(answer)) == (422, True)


def test_a_second_look_says_what_is_missing(as_, cast, tried):
    answer = as_(cast.ada).post(address("look_again", tried), {"change": "more"})
    assert (answer.status_code, "Enter what you saw" in text(answer)) == (422, True)


def test_an_answer_needs_feedback_and_four_to_eight_weeks(cast, asked, received):
    with pytest.raises(Refused, match="nothing to answer"):
        actions.answer(asked, by=cast.ben, **TRY)
    with pytest.raises(Refused, match="four to eight weeks"):
        actions.answer(received, by=cast.ben, **{**TRY, "weeks": 9})


def test_nothing_to_try_means_no_second_look(cast, received):
    actions.answer(received, by=cast.ben, **{**TRY, "will_try": ""})

    assert (received.look_again_on, received.awaits_second_look) == (None, False)


def test_an_answer_may_be_changed_until_the_second_look(as_, cast, tried):
    actions.answer(tried, by=cast.ben, **{**TRY, "landing": "helped"})
    actions.look_again(tried, by=cast.ada, change="some", seen_now="Twice")

    tried.refresh_from_db()
    assert tried.landing == "helped"
    with pytest.raises(Refused, match="nothing to answer"):
        actions.answer(tried, by=cast.ben, **TRY)


def test_the_second_look_is_proposed_once_and_not_in_a_pause(cast, pair, tried):
    at = now() + dt.timedelta(weeks=5)
    mentorships.pause(pair, by=cast.ben)
    in_pause = timed.propose_due(at)
    mentorships.resume(pair, by=cast.ben)

    assert [in_pause, timed.propose_due(at), timed.propose_due(at)] == [0, 1, 0]


def test_three_questions_wait_at_most_and_one_may_be_taken_back(as_, cast, pair, asked, tell_everyone):
    for _time in range(2):
        actions.ask(pair, by=cast.ben, giver=cast.ada, question="Again?")
    form = {"other": cast.ada.code, "question": "A fourth?"}
    answer = as_(cast.ben).post(address("ask", pair), form)
    assert (answer.status_code, "A fourth?" in text(answer), "Three of your" in text(answer)) == (
        422,
        True,
        True,
    )

    as_(cast.ben).post(address("take_back", asked))
    tell_everyone()
    assert Feedback.objects.count() == 2


def test_nothing_is_asked_or_given_after_the_end(cast, pair, asked):
    mentorships.end(pair, by=cast.ben)
    with pytest.raises(Refused, match="has ended"):
        actions.give(asked, by=cast.ada, skill=None, **GOOD)


def test_what_is_written_is_unreadable_at_rest(cast, tried):
    row = str(Feedback.objects.values_list().get())

    assert [
        word in row for word in ("Tuesday", "two dates", "scope", "pause", "Ask first", "Stand-up")
    ] == 6 * [False]


@pytest.mark.parametrize("count", [1, 4])
def test_the_list_costs_the_same_however_long(as_, cast, pair, count, django_assert_num_queries):
    for _time in range(count):
        actions.offer(pair, by=cast.ada, receiver=cast.ben, skill=None, **GOOD)
    ben = as_(cast.ben)
    ben.get(address("index", pair))
    with django_assert_num_queries(4):
        ben.get(address("index", pair))


def test_on_an_old_page_nothing_is_undone_that_happened_since(cast, asked, tried):
    old = Feedback.objects.get(pk=tried.pk)
    actions.look_again(tried, by=cast.ada, change="some", seen_now="Twice")
    with pytest.raises(Refused, match="nothing to answer"):
        actions.answer(old, by=cast.ben, **TRY)
    actions.take_back(asked, by=cast.ben)
    with pytest.raises(Refused, match="taken back"):
        actions.give(asked, by=cast.ada, skill=None, **GOOD)
