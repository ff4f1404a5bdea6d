"""Whether those who part would recommend it: asked at the closing, counted among many, and read of nobody."""

from __future__ import annotations

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from alongside.accounts.memberships.models import Membership
from alongside.kit.clock import now
from alongside.mentoring.reviews import actions
from alongside.mentoring.reviews.models import ReviewAnswer
from alongside.mentoring.reviews.recommending import (
    NetPromoters,
    in_steps,
    net_promoters,
    recommended_in,
)

ADDRESS = reverse("reviews.recommended")
CLOSE = dict.fromkeys(("learned", "evidence", "use", "thanks"), "Much") | {"next": "end"}


@given(st.lists(st.integers(0, 10), max_size=60))
def test_the_score_lies_in_its_interval_and_the_interval_in_the_scale(answers):
    found = net_promoters(answers)
    low, high = found.interval
    assert -100 <= low <= found.score <= high <= 100
    assert (found.count, found.is_enough) == (len(answers), len(answers) >= 20)


@pytest.mark.parametrize("answer", [-1, 11])
def test_only_answers_of_the_scale_count(answer):
    with pytest.raises(ValueError, match=str(answer)):
        net_promoters([answer])


def test_the_interval_is_that_of_its_variance():
    low, high = NetPromoters(50, 30, 20).interval
    assert (low, high) == (pytest.approx(14.7, abs=0.05), pytest.approx(45.3, abs=0.05))


def test_one_more_answer_moves_nothing_that_is_shown():
    shown = [len(in_steps([9] * count)) for count in (0, 7, 19, 20, 21, 24, 25, 29, 30)]

    assert shown == [0, 7, 19, 20, 20, 20, 25, 25, 30]


def test_both_say_it_at_the_closing_and_whoever_runs_mentoring_reads_numbers(as_, cast, pair, monkeypatch):
    closing = actions.begin(pair, "closing", by=cast.ben)
    address = reverse("reviews.answer", args=[closing.code])
    wrong = as_(cast.ben).post(address, CLOSE | {"recommends": "11"})
    as_(cast.ben).post(address, CLOSE | {"recommends": "9"})
    as_(cast.ada).post(address, CLOSE)

    assert (wrong.status_code, "Choose a number from 0 to 10" in wrong.text) == (422, True)
    assert set(ReviewAnswer.objects.values_list("recommends", flat=True)) == {9, None}
    assert recommended_in(cast.northwind) == {
        "mentee": NetPromoters(1, 0, 0),
        "mentor": NetPromoters(0, 0, 0),
    }
    few = as_(cast.cleo).get(ADDRESS).text
    assert ("1 so far; it is shown from 20 on." in few, "<b>100</b>" in few) == (True, False)
    monkeypatch.setattr("alongside.mentoring.reviews.recommending.ENOUGH", 1)
    monkeypatch.setattr("alongside.mentoring.reviews.recommending.STEP", 1)
    Membership.objects.filter(person=cast.ben).update(left_at=now())  # what he said is not taken out with him
    assert "<b>100</b>" in as_(cast.cleo).get(ADDRESS).text
    assert [as_(one).get(ADDRESS).status_code for one in (cast.ben, cast.eve)] == [404, 404]
