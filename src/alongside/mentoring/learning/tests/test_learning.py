"""Learning from a mentee: noted, tried, adopted with its effect."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.activity.notices.models import Notice
from alongside.kit.errors import Refused
from alongside.mentoring.learning import actions
from alongside.mentoring.learning.models import Learning
from alongside.mentoring.mentorships import actions as mentorships


@pytest.fixture
def learning(cast, pair) -> Learning:
    return actions.note(pair, "How Ben runs a silent critique", by=cast.ada)


def address(verb: str, thing) -> str:
    return reverse(f"learning.{verb}", args=[thing.code])


def text(answer) -> str:
    return answer.content.decode()


def test_what_ada_learns_goes_from_learned_to_adopted(as_, cast, pair, tell_everyone):
    ada = as_(cast.ada)
    ada.post(address("note", pair), {"text": "How Ben runs a silent critique"})
    learning = Learning.objects.get()
    ada.post(address("try", learning), {"tried": "In the design review"})
    ada.post(address("adopt", learning), {"effect": "Half the meeting time"})
    tell_everyone()

    learning.refresh_from_db()
    assert (learning.stage, learning.tried, learning.effect) == (
        "adopted", "In the design review", "Half the meeting time",
    )  # fmt: skip
    assert "Half the meeting time" in text(as_(cast.ben).get(address("index", pair)))
    assert list(Notice.objects.filter(person=cast.ben).values_list("text", flat=True)) == [
        "Ada Lindqvist adopted something learned from you"
    ]
    verbs = Event.objects.filter(verb__startswith="learning.").order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["learning.noted", "learning.tried", "learning.adopted"]


@pytest.mark.parametrize("verb", ["try", "adopt"])
def test_only_the_mentor_who_learned_it_goes_on(as_, cast, learning, verb):
    said = {"tried": "Once", "effect": "Much"}
    assert as_(cast.ben).post(address(verb, learning), said).status_code == 403
    for outsider in (cast.eve, cast.cleo, cast.dev):
        assert as_(outsider).post(address(verb, learning), said).status_code == 404


def test_only_a_mentor_notes_and_only_the_pair_reads(as_, cast, pair):
    assert as_(cast.ben).post(address("note", pair), {"text": "Something"}).status_code == 403
    assert as_(cast.eve).post(address("note", pair), {"text": "Something"}).status_code == 404
    assert as_(cast.eve).get(address("index", pair)).status_code == 404
    assert "Bring something along" in text(as_(cast.ben).get(address("index", pair)))


@pytest.mark.parametrize(
    ("verb", "said", "told"),
    [
        ("note", {"text": ""}, "Enter what you learned"),
        ("try", {"tried": ""}, "Enter how you tried it"),
        ("adopt", {"effect": ""}, "Enter what it changed"),
        ("adopt", {"effect": "Much"}, "Try it first"),
    ],
)
def test_what_is_wrong_is_said(as_, cast, pair, learning, verb, said, told):
    answer = as_(cast.ada).post(address(verb, pair if verb == "note" else learning), said)

    assert (answer.status_code, told in text(answer)) == (422, True)


def test_what_is_adopted_is_not_tried_again_and_nothing_is_noted_after_the_end(cast, pair, learning):
    actions.attempt(learning, "Once", by=cast.ada)
    actions.adopt(learning, "Much", by=cast.ada)
    with pytest.raises(Refused, match="part of your work"):
        actions.attempt(learning, "Again", by=cast.ada)
    mentorships.end(pair, by=cast.ada)
    with pytest.raises(Refused, match="has ended"):
        actions.note(pair, "More", by=cast.ada)


@pytest.mark.parametrize("count", [1, 4])
def test_the_log_costs_the_same_however_long(as_, cast, pair, count, django_assert_num_queries):
    for _time in range(count):
        actions.note(pair, "Something", by=cast.ada)
    ada = as_(cast.ada)
    ada.get(address("index", pair))
    with django_assert_num_queries(4):
        ada.get(address("index", pair))
