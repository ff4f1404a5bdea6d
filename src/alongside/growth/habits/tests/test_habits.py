"""Looking at one's own practice as a mentor, and one habit at a time."""

from __future__ import annotations

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from alongside.activity.events.models import Event
from alongside.growth.habits import actions
from alongside.growth.habits.models import Habit, SelfCheck
from alongside.growth.habits.statements import COUNT, GROUPS, means, weakest
from alongside.kit.errors import Refused

INDEX, CHECK, CHOOSE = (reverse(f"habits.{view}") for view in ("index", "check", "choose"))
CHOSEN = {"group": "listening", "text": "Say back what I heard"}


def answers(value: int, **changed: int) -> dict[str, int]:
    return {f"answer_{place}": value for place in range(COUNT)} | changed


def text(answer) -> str:
    return answer.content.decode()


def test_ada_goes_from_the_check_to_a_habit_to_its_effect(as_, cast):
    ada = as_(cast.ada)
    assert "How do you mentor?" in text(ada.get(INDEX))
    ada.post(CHECK, answers(4, answer_0=1))
    assert str(GROUPS[0].habit) in text(ada.get(INDEX))
    ada.post(CHOOSE, CHOSEN)
    assert "Say how it went" in text(ada.get(INDEX))
    ada.post(
        reverse("habits.finish", args=[Habit.objects.get().code]),
        {"result": "kept", "effect": "They talk more"},
    )
    ada.post(CHECK, answers(4))

    page = text(ada.get(INDEX))
    assert ["They talk more" in page, "<td>3.0</td><td>4.0</td>" in page] == [True, True]
    verbs = Event.objects.order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["self_check.done", "habit.chosen", "habit.finished", "self_check.done"]


def test_nobody_else_sees_any_of_it(as_, cast):
    actions.check([3] * COUNT, by=cast.ada)
    habit = actions.choose(**CHOSEN, by=cast.ada)
    finish = reverse("habits.finish", args=[habit.code])

    for other in (cast.ben, cast.eve, cast.cleo, cast.dev):
        assert as_(other).post(finish, {"result": "kept"}).status_code == 404
        assert "Say back what I heard" not in text(as_(other).get(INDEX))


def test_what_is_missing_is_said_and_the_rest_kept(as_, cast):
    ada = as_(cast.ada)
    half = ada.post(CHECK, answers(4, answer_3=""))
    assert (half.status_code, text(half).count("Choose how often"), SelfCheck.objects.count()) == (422, 2, 0)
    assert ada.post(CHOOSE, {"group": "listening", "text": ""}).status_code == 422
    habit = actions.choose(**CHOSEN, by=cast.ada)
    second = ada.post(CHOOSE, {"group": "doors", "text": "Offer one name"})
    assert (second.status_code, "One habit at a time" in text(second), "Offer one name" in text(second)) == (
        422, True, True,
    )  # fmt: skip
    assert ada.post(reverse("habits.finish", args=[habit.code]), {"effect": "Kept words"}).status_code == 422


def test_what_cannot_be_is_refused(cast):
    for numbers in ([3] * 17, [3] * 17 + [6], [0] * COUNT):
        with pytest.raises(Refused, match="all eighteen"):
            actions.check(numbers, by=cast.ada)
    with pytest.raises(Refused, match="six groups"):
        actions.choose("charm", "Smile", by=cast.ada)
    habit = actions.choose(**CHOSEN, by=cast.ada)
    actions.finish(habit, "left", "", by=cast.ada)
    with pytest.raises(Refused, match="already"):
        actions.finish(habit, "kept", "", by=cast.ada)


def test_what_is_said_is_unreadable_at_rest(cast):
    actions.check([3] * COUNT, by=cast.ada)
    actions.choose(**CHOSEN, by=cast.ada)

    rows = str(list(SelfCheck.objects.values_list()) + list(Habit.objects.values_list()))
    assert ["[3" in rows, "Say back" in rows] == [False, False]


@given(st.lists(st.integers(1, 5), min_size=COUNT, max_size=COUNT))
def test_the_weakest_group_has_the_lowest_mean(numbers):
    assert means(numbers)[weakest(numbers).key] == min(means(numbers).values())
