"""Answering the pulse: blind, changed while it is open, joint only when everybody has answered."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.activity.notices.models import Notice
from alongside.kit.clock import now, travel
from alongside.kit.errors import Refused
from alongside.mentoring.meetings import actions as meetings
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.pulse import actions, queries, timed
from alongside.mentoring.pulse.models import Pulse, PulseAnswer
from alongside.mentoring.pulse.statements import score

MONTH = dt.timedelta(days=31)


@pytest.fixture
def pulse(tell_everyone, pair) -> Pulse:
    return Pulse.objects.create(mentorship=pair, number=1, closes_at=now() + dt.timedelta(days=14))


def address(verb: str, thing) -> str:
    return reverse(f"pulse.{verb}", args=[thing.code])


def form(value: int, word: str = "") -> dict[str, object]:
    return {f"answer_{place}": value for place in range(6)} | {"word": word}


def text(answer) -> str:
    return answer.content.decode()


def test_both_answer_blind_and_then_see_what_is_joint(as_, cast, pair, pulse):
    ben, ada = as_(cast.ben), as_(cast.ada)
    ben.post(address("answer", pulse), form(3, "I hold back"))
    alone = text(ada.get(address("index", pair))), text(ben.get(address("index", pair)))
    ada.post(address("answer", pulse), form(5))
    together = text(ada.get(address("index", pair))), text(ben.get(address("index", pair)))

    assert ["50.0" in page for page in alone] == [False, True]
    assert ["together: about 80 of 100" in page for page in (*alone, *together)] == [False, False, True, True]
    assert ["I hold back" in page for page in together] == [False, True]
    assert Event.objects.filter(verb="pulse.answered").values_list("details", flat=True)[0] == {}


def test_a_word_is_shown_when_its_author_says_so_and_hidden_again_when_it_changes(as_, cast, pair, pulse):
    given = actions.answer(pulse, by=cast.ben, numbers=[4] * 6, word="I hold back")
    as_(cast.ben).post(address("release", given))
    assert "I hold back" in text(as_(cast.ada).get(address("index", pair)))

    given.refresh_from_db()
    actions.release(given, by=cast.ben)
    assert Event.objects.filter(verb="pulse.released").count() == 1
    as_(cast.ben).post(address("answer", pulse), form(4, "Something new"))
    assert "Something new" not in text(as_(cast.ada).get(address("index", pair)))
    assert PulseAnswer.objects.count() == 1


def test_an_answer_is_offered_again_as_it_was(as_, cast, pulse):
    actions.answer(pulse, by=cast.ben, numbers=[4] * 6, word="I hold back")

    assert "I hold back" in text(as_(cast.ben).get(address("answer", pulse)))
    assert "I hold back" not in text(as_(cast.ada).get(address("answer", pulse)))


def test_it_is_hidden_from_everybody_else(as_, cast, pair, pulse):
    given = actions.answer(pulse, by=cast.ben, numbers=[4] * 6, word="I hold back")
    for outsider in (cast.eve, cast.cleo, cast.dev):
        browser = as_(outsider)
        assert browser.get(address("index", pair)).status_code == 404
        assert browser.post(address("answer", pulse), form(3)).status_code == 404
        assert browser.post(address("release", given)).status_code == 404
    assert as_(cast.ada).post(address("release", given)).status_code == 404


def test_what_is_missing_is_said_and_the_rest_kept(as_, cast, pulse):
    answer = as_(cast.ben).post(address("answer", pulse), {**form(3, "Kept words"), "answer_2": ""})

    assert (answer.status_code, PulseAnswer.objects.count()) == (422, 0)
    assert ["Choose how far" in text(answer), "Kept words" in text(answer)] == [True, True]


def test_what_cannot_be_done_is_refused(cast, pair, pulse):
    given = actions.answer(pulse, by=cast.ben, numbers=[4] * 6, word="")
    with pytest.raises(Refused, match="wrote nothing"):
        actions.release(given, by=cast.ben)
    for numbers in ([4] * 5, [4] * 5 + [6], [0] * 6):
        with pytest.raises(Refused, match="Answer all six"):
            actions.answer(pulse, by=cast.ben, numbers=numbers, word="")
    pulse.closes_at = now()
    with pytest.raises(Refused, match="has closed"):
        actions.answer(pulse, by=cast.ben, numbers=[4] * 6, word="")


def test_a_closed_pulse_takes_no_answer(as_, cast, pulse):
    Pulse.objects.update(closes_at=now())
    assert as_(cast.ben).post(address("answer", pulse), form(3)).status_code == 422


@pytest.mark.parametrize(
    ("answers", "value"), [([1] * 6, 0), ([5] * 6, 100), ([3, 4, 3, 4, 3, 4], 62.5), ([3], 50)]
)
def test_the_score_goes_from_0_to_100(answers, value):
    assert score(answers) == value


def test_a_pulse_opens_a_month_after_the_last(cast, pair, tell_everyone):
    begun = pair.created_at
    days = [timed.open_due(begun + dt.timedelta(days=day)) for day in (29, 30, 31, 45, 59, 61, 62)]
    tell_everyone()

    assert days == [0, 1, 0, 0, 0, 1, 0]
    assert list(Pulse.objects.values_list("number", flat=True)) == [1, 2]
    assert Notice.objects.filter(kind="pulse.opened").count() == 4


def test_a_pulse_opens_after_four_meetings(cast, pair):
    for day in range(1, 5):
        assert timed.open_due(now() + dt.timedelta(days=day)) == 0
        with travel(now() + dt.timedelta(days=day)):
            meetings.log(pair, now() - dt.timedelta(hours=2), by=cast.ben)
    assert timed.open_due(now() + dt.timedelta(days=5)) == 1


def test_none_opens_in_a_pause_after_the_end_or_for_one_meeting(cast, pair):
    mentorships.pause(pair, by=cast.ben)
    counts = [timed.open_due(now() + MONTH)]
    mentorships.resume(pair, by=cast.ben)
    Mentorship.objects.update(format="flash")
    counts.append(timed.open_due(now() + MONTH))
    mentorships.end(pair, by=cast.ben)
    counts.append(timed.open_due(now() + MONTH))

    assert counts == [0, 0, 0]


def test_a_line_appears_with_the_second_joint_value(as_, cast, pair):
    for number in (1, 2):
        made = Pulse.objects.create(mentorship=pair, number=number, closes_at=now() + MONTH)
        for person in (cast.ben, cast.ada):
            actions.answer(made, by=person, numbers=[2 + number] * 6, word="")

    assert [mean for _pulse, mean, _values in queries.joint_scores(pair)] == [50, 75]
    assert "Together, 0 to 100" in text(as_(cast.ben).get(address("index", pair)))


def test_what_is_answered_is_unreadable_at_rest(cast, pulse):
    actions.answer(pulse, by=cast.ben, numbers=[4] * 6, word="I hold back")

    row = str(PulseAnswer.objects.values_list().get())
    assert ["[4" in row, "hold" in row] == [False, False]


@pytest.mark.parametrize("count", [1, 4])
def test_the_page_costs_the_same_however_many(as_, cast, pair, count, django_assert_num_queries):
    for number in range(count):
        made = Pulse.objects.create(mentorship=pair, number=number, closes_at=now() + MONTH)
        for person in (cast.ben, cast.ada):
            actions.release(actions.answer(made, by=person, numbers=[3] * 6, word="Well"), by=person)
    ben = as_(cast.ben)
    ben.get(address("index", pair))
    with django_assert_num_queries(6):
        ben.get(address("index", pair))
