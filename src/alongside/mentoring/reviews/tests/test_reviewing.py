"""Looking back: each alone first, read by all when everybody has answered; opened by time or by one of them."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.kit.clock import travel
from alongside.kit.errors import Refused
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.reviews import actions, timed
from alongside.mentoring.reviews.models import Review, ReviewAnswer

DAY = dt.timedelta(days=1)
HALF = {"works": "We start on time", "differently": "Ask more", "change": "", "own": "Sleep more"}
CLOSE = {
    "learned": "To cut", "evidence": "The March release", "use": "Again in June", "thanks": "Your patience",
    "unfinished": "", "own": "", "next": "peers", "testimonial": "Ada listens", "may_be_shown": "on",
}  # fmt: skip


@pytest.fixture
def review(cast, pair) -> Review:
    return actions.begin(pair, "half_way", by=cast.ben)


def address(verb: str, thing) -> str:
    return reverse(f"reviews.{verb}", args=[thing.code])


def text(answer) -> str:
    return answer.content.decode()


def test_both_answer_alone_and_then_read_each_other(as_, cast, review, tell_everyone, letters):
    ben, ada = as_(cast.ben), as_(cast.ada)
    ben.post(address("answer", review), HALF)
    before = text(ada.get(address("show", review)))
    ada.post(address("answer", review), {**HALF, "works": "He comes prepared", "own": "Breathe"})
    tell_everyone()
    pages = text(ada.get(address("show", review))), text(ben.get(address("show", review)))

    assert "We start on time" not in before
    assert ["We start on time" in page and "He comes prepared" in page for page in pages] == [True, True]
    assert [("Sleep more" in page, "Breathe" in page) for page in pages] == [(False, True), (True, False)]
    verbs = Event.objects.filter(verb__startswith="review.").order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["review.opened", "review.answered", "review.completed"]
    assert [one.subject for one in letters(cast.ben)] == ["You have all answered. Read it together"]


def test_a_closing_says_what_comes_next_and_a_testimonial_with_consent(as_, cast, pair):
    as_(cast.ben).post(address("begin", pair), {"kind": "closing"})
    closing = Review.objects.get()
    as_(cast.ben).post(address("answer", closing), CLOSE)
    as_(cast.ada).post(address("answer", closing), {**CLOSE, "testimonial": ""})

    given = {one.person: one for one in ReviewAnswer.objects.all()}
    assert [(given[who].next, given[who].may_be_shown) for who in (cast.ben, cast.ada)] == [
        ("peers", True), ("peers", False),
    ]  # fmt: skip
    page = text(as_(cast.ada).get(address("show", closing)))
    assert ["Ada listens" in page, "May be shown to others" in page, "We go on as peers" in page] == [
        True
    ] * 3


def test_an_answer_may_be_changed_until_everybody_has_answered(as_, cast, review):
    ben = as_(cast.ben)
    ben.post(address("answer", review), HALF)
    assert "We start on time" in text(ben.get(address("answer", review)))
    ben.post(address("answer", review), {**HALF, "works": "Everything"})
    as_(cast.ada).post(address("answer", review), HALF)
    late = ben.post(address("answer", review), {**HALF, "works": "Nothing"})

    assert (late.status_code, "Everybody has answered" in text(late), "Nothing" in text(late)) == (
        422,
        True,
        True,
    )
    assert "Everything" in text(ben.get(address("show", review)))


def test_it_is_hidden_from_everybody_else(as_, cast, pair, review):
    for outsider in (cast.eve, cast.cleo, cast.dev):
        browser = as_(outsider)
        for verb, thing in (("index", pair), ("show", review), ("answer", review)):
            assert browser.get(address(verb, thing)).status_code == 404
        assert browser.post(address("begin", pair), {"kind": "closing"}).status_code == 404
        assert browser.post(address("answer", review), HALF).status_code == 404
    assert not ReviewAnswer.objects.visible_to(cast.cleo).exists()


def test_what_is_missing_is_said_and_the_rest_kept(as_, cast, pair, review):
    answer = as_(cast.ben).post(address("answer", review), {**HALF, "differently": ""})
    assert (answer.status_code, "Enter a few words" in text(answer), "We start on time" in text(answer)) == (
        422, True, True,
    )  # fmt: skip
    for kind in ("", "later", "never"):
        with pytest.raises(Refused, match="half-way review or the closing"):
            actions.begin(pair, kind, by=cast.ben)


def test_beginning_twice_makes_one(cast, pair, review):
    assert actions.begin(pair, "half_way", by=cast.ada) == review
    assert Event.objects.filter(verb="review.opened").count() == 1


def test_the_course_shows_what_is_there_and_what_comes(as_, cast, pair, review):
    page = text(as_(cast.ben).get(address("index", pair)))
    assert ["Begin now" in page, "ninety days after the end" in page, address("answer", review) in page] == [
        True
    ] * 3
    actions.answer(review, by=cast.ben, texts={})
    assert address("show", review) in text(as_(cast.ben).get(address("index", pair)))


def test_time_opens_each_review_once(cast, pair, tell_everyone, letters):
    Mentorship.objects.update(ends_on=pair.created_at.date() + 180 * DAY)
    days = {day: timed.open_due(pair.created_at + day * DAY) for day in (89, 91, 92, 151, 153, 154)}
    with travel(pair.created_at + 180 * DAY):
        mentorships.end(pair, by=cast.ben)
    days |= {day: timed.open_due(pair.created_at + day * DAY) for day in (269, 271, 272, 400)}
    tell_everyone()

    assert [day for day, opened in days.items() if opened] == [91, 153, 271]
    assert list(Review.objects.values_list("kind", flat=True)) == ["half_way", "closing", "later"]
    assert sum("ends soon" in one.subject for one in letters(cast.ada)) == 1


def test_time_opens_none_in_a_pause_for_one_meeting_or_long_after(cast, pair):
    at = pair.created_at + 100 * DAY
    mentorships.pause(pair, by=cast.ben)
    counts = [timed.open_due(at)]
    mentorships.resume(pair, by=cast.ben)
    Mentorship.objects.update(format="flash")
    counts.append(timed.open_due(at))
    Mentorship.objects.update(format="long", state="ended", ended_at=at - 200 * DAY)
    counts.append(timed.open_due(at))

    assert counts == [0, 0, 0]


def test_what_is_answered_is_unreadable_at_rest(as_, cast, pair):
    closing = actions.begin(pair, "closing", by=cast.ben)
    as_(cast.ben).post(address("answer", closing), CLOSE)

    row = str(ReviewAnswer.objects.values_list().get())
    assert [word in row for word in ("March", "patience", "listens")] == [False] * 3
