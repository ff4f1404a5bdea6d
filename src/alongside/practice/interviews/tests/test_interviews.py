"""Mock interviews: questions of our own, to learn or under stress, rated by both."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter

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
from alongside.practice.interviews import actions
from alongside.practice.interviews.bank import AREAS, bank, draw
from alongside.practice.interviews.models import Interview, Reply
from alongside.practice.interviews.turns import known
from alongside.practice.tools.registry import TOOLS
from alongside.practice.worksheets import actions as worksheets

INDEX, START, BANK = (reverse(f"interviews.{view}") for view in ("index", "start", "bank"))
TYPED = {"mode": "stress", "areas": ["sense", "technical"], "count": "3"}
RATED = {f"rating_{place}": 3 for place in range(5)} | {"note": "Begin with the nurse"}


def test_the_bank_holds_at_least_120_questions_and_none_twice():
    every = list(bank().values())
    words = [text.casefold() for one in every for text in (one.question, one.challenge)]

    assert len(every) >= 120
    assert len(set(words)) == len(words)
    assert set(Counter(one.area for one in every)) == set(AREAS)
    assert min(Counter(one.area for one in every).values()) >= 20
    assert [
        one.key for one in every if not (one.question[-1] in ".?" and one.listens_for and one.challenge)
    ] == []


@given(st.sets(st.sampled_from(sorted(AREAS)), min_size=1), st.integers(1, 8), st.integers())
def test_each_area_is_drawn_from_in_turn_and_nothing_twice(areas, count, seed):
    drawn = draw(areas, count, random.Random(seed))  # noqa: S311  no secret
    counted = Counter(bank()[key].area for key in drawn)

    assert len(set(drawn)) == len(drawn) == count
    assert max(counted.values()) - min(counted[area] for area in areas) <= 1


def test_what_was_asked_before_comes_last():
    sense = [key for key in bank() if key.startswith("sense")]

    assert draw(["sense"], 1, random.Random(1), sense[:-1]) == sense[-1:]  # noqa: S311  no secret
    assert known("gone-99").question == "gone-99"


@pytest.fixture
def interview(cast, pair):
    return actions.start("learn", ["sense"], 1, by=cast.ben, mentorship=pair)


def test_under_stress_every_answer_is_challenged_and_a_mentor_reads_it(tell_everyone, as_, cast, pair, to):
    ben, ada = as_(cast.ben), as_(cast.ada)
    assert "No interview yet" in ben.get(INDEX).text
    ben.post(START, TYPED | {"mentorship": pair.code})
    interview = Interview.objects.get()
    page = to("interviews.show", interview)
    first = bank()[interview.questions[0]]
    shown = ben.get(page)
    assert [first.question in shown.text or "&#x27;" in shown.text, "A hint" in shown.text] == [True, False]
    assert "under way" in ada.get(page).text
    with travel(now() + dt.timedelta(seconds=200)):
        ben.post(page, {"text": "First words"})
    assert ben.get(page).context["challenge"]
    for _turn in range(5):
        ben.post(page, {"text": "More words"})
    tell_everyone()

    over = ada.get(page).text
    assert ["First words" in over, "3:20" in over, "Too long" in over, "What is listened for" in over] == [
        True
    ] * 4
    assert Notice.objects.get(person=cast.ada, kind="interview").url == page
    reply = Reply.objects.get(place=0)
    ada.post(to("interviews.rate", reply), RATED)
    actions.rate(Reply.objects.select_related("interview__owner").get(pk=reply.pk), [2] * 5, "", by=cast.ben)
    ada.post(to("interviews.rate", reply), RATED)
    assert ["Begin with the nurse" in ben.get(page).text, reply.ratings.count()] == [True, 2]
    verbs = Counter(Event.objects.filter(verb__startswith="interview").values_list("verb", flat=True))
    assert verbs == {
        "interview.started": 1,
        "interview.replied": 6,
        "interview.done": 1,
        "interview.rated": 3,
    }
    assert ["3 questions" in ada.get(INDEX).text, ben.post(page, {"text": "More"}).status_code] == [True, 422]


def test_to_learn_there_are_hints_and_ones_own_stories_beside(tell_everyone, as_, cast, to):
    tool = TOOLS["interview-stories"]
    worksheets.start(tool, by=cast.ben, title="My stories", sheet=tool.example)
    interview = actions.start("learn", ["strategy"], 1, by=cast.ben)
    shown = as_(cast.ben).get(to("interviews.show", interview)).text
    tell_everyone()

    assert ["A hint" in shown, "My stories" in shown] == [True, True]
    as_(cast.ben).post(to("interviews.show", interview), {"text": "An answer"})
    tell_everyone()
    assert [Reply.objects.count(), Notice.objects.count()] == [1, 0]
    as_(cast.ben).post(to("interviews.remove", interview))
    assert Interview.objects.count() == 0


def test_an_answer_from_a_second_tab_is_not_put_under_the_next_question(as_, cast, pair, to):
    interview = actions.start("learn", ["sense"], 2, by=cast.ben, mentorship=pair)
    ben, page = as_(cast.ben), to("interviews.show", interview)
    seen = ben.get(page).context["form"]["seen"].value()
    ben.post(page, {"text": "From the first tab", "seen": seen})
    crossed = ben.post(page, {"text": "From the second tab", "seen": seen})

    assert (crossed.status_code, "elsewhere in between" in crossed.text) == (422, True)
    assert ("From the second tab" in crossed.text, interview.replies.count()) == (True, 1)
    ben.post(page, {"text": "For the next", "seen": crossed.context["form"]["seen"].value()})
    assert interview.replies.count() == 2


def test_others_neither_see_nor_reply(as_, cast, interview, to):
    reply = actions.reply(interview, "I would ask", by=cast.ben)
    page, rate, remove = (
        to("interviews.show", interview),
        to("interviews.rate", reply),
        to("interviews.remove", interview),
    )

    for other in (cast.eve, cast.cleo, cast.dev):
        found = [
            as_(other).post(address, RATED | {"text": "x"}).status_code for address in (page, rate, remove)
        ]
        assert found == [404, 404, 404]
    assert [as_(cast.ada).post(one, {"text": "x"}).status_code for one in (page, remove)] == [403, 403]


def test_the_bank_is_read_area_by_area(as_, cast):
    browser = as_(cast.eve)

    assert "What is listened for" in browser.get(BANK).text
    assert browser.get(f"{BANK}?area=technical").context["area"] == "technical"
    assert browser.get(f"{BANK}?area=x").context["area"] == "sense"


def test_what_is_missing_is_said_kindly(as_, cast, interview, to):
    ben = as_(cast.ben)
    empty = ben.post(to("interviews.show", interview), {"text": " "})
    reply = actions.reply(interview, "I would ask", by=cast.ben)
    answers = [
        (ben.post(START, {"mode": "learn"}), "Choose at least one area"),
        (empty, "even if it is half a thought"),
        (ben.post(to("interviews.rate", reply), {"note": "Kept words"}), "Rate this from 1 to 4"),
    ]

    assert [(one.status_code, text in one.text) for one, text in answers] == [(422, True)] * 3
    assert "Kept words" in answers[2][0].text


def test_what_cannot_be_is_refused(cast, pair):
    running = actions.start("stress", ["sense"], 1, by=cast.ben, mentorship=pair)
    reply = actions.reply(running, "First", by=cast.ben)
    with pytest.raises(Refused, match="Finish"):
        actions.rate(reply, [1] * 5, "", by=cast.ben)
    actions.reply(running, "Then", by=cast.ben)
    with pytest.raises(Refused, match="over"):
        actions.reply(running, "More", by=cast.ben)
    for numbers in ([1] * 4, [5] * 5, [0] * 5):
        with pytest.raises(Refused, match="all five"):
            actions.rate(reply, numbers, "", by=cast.ben)
    with pytest.raises(Refused, match="at least one area"):
        actions.start("learn", ["x"], 1, by=cast.ben)
    with pytest.raises(Forbidden):
        actions.start("learn", ["sense"], 1, by=cast.eve, mentorship=pair)
    mentorships.end(pair, by=cast.ada)
    pair.refresh_from_db()
    with pytest.raises(Refused, match="ended"):
        actions.start("learn", ["sense"], 1, by=cast.ben, mentorship=pair)


def test_answers_are_unreadable_at_rest(cast, interview):
    actions.reply(interview, "I would ask", by=cast.ben)
    row = [bytes(one) if isinstance(one, memoryview) else one for one in Reply.objects.values_list()[0]]

    assert "ask" not in str(row)


def test_a_finished_interview_costs_ten_queries_at_most(as_, cast, pair, to, django_assert_max_num_queries):
    tool = TOOLS["interview-stories"]
    worksheets.start(tool, by=cast.ben, title="My stories", sheet=tool.example)
    interview = actions.start("learn", ["sense"], 3, by=cast.ben, mentorship=pair)
    for _question in range(3):
        reply = actions.reply(interview, "I would ask", by=cast.ben)
        interview.refresh_from_db()
    for one in (cast.ben, cast.ada):
        actions.rate(Reply.objects.select_related("interview__owner").get(pk=reply.pk), [3] * 5, "", by=one)
    ben = as_(cast.ben)
    ben.get(to("interviews.show", interview))
    with django_assert_max_num_queries(10):
        ben.get(to("interviews.show", interview))


def test_a_shared_interview_rests_while_it_is_frozen_until_it_is_taken_back(as_, cast, pair, interview, to):
    Mentorship.objects.update(state="frozen")
    ben, page = as_(cast.ben), to("interviews.show", interview)
    answer = ben.post(page, {"text": "I ask first"})
    assert (answer.status_code, "frozen" in answer.text, "rests for now" in ben.get(page).text) == (
        422,
        True,
        True,
    )
    assert as_(cast.ada).post(to("interviews.take_back", interview)).status_code == 403
    assert as_(cast.eve).post(to("interviews.take_back", interview)).status_code == 404
    ben.post(to("interviews.take_back", interview))
    ben.post(page, {"text": "I ask first"})

    assert (as_(cast.ada).get(page).status_code, interview.replies.count()) == (404, 1)
    assert Event.objects.filter(verb="interview.taken_back").count() == 1


def test_while_a_mentorship_is_frozen_nobody_rates_and_alone_one_may(cast, pair, interview):
    alone = actions.start("learn", ["sense"], 1, by=cast.ben)
    for one in (interview, alone):
        actions.reply(one, "I would ask first", by=cast.ben)
        one.refresh_from_db()
    Mentorship.objects.update(state="frozen")
    with pytest.raises(Refused, match="frozen"):
        actions.rate(interview.replies.get(), [3] * 5, "", by=cast.ben)
    actions.rate(alone.replies.get(), [3] * 5, "", by=cast.ben)
