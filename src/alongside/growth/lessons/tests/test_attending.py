"""The course for mentors: a case, a choice, a thought, for oneself alone."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.growth.lessons import actions
from alongside.growth.lessons.models import Attended
from alongside.growth.lessons.shipped import lessons
from alongside.kit.errors import Refused

INDEX = reverse("lessons.index")
FIRST = reverse("lessons.attend", args=["first-meeting"])


def text(answer) -> str:
    return answer.content.decode()


def test_there_are_eight_whole_lessons():
    assert len(lessons()) == 8
    for one in lessons().values():
        assert (len(one.choices), one.choices[one.ours] in one.choices) == (3, True)


def test_ada_goes_through_a_lesson_twice_and_nobody_else_sees_it(as_, cast):
    ada = as_(cast.ada)
    assert "What would come of it" not in text(ada.get(FIRST))
    ada.post(FIRST, {"choice": "0", "thought": "Too fast"})
    ada.post(FIRST, {"choice": "1", "thought": "Ask why first"})

    attended = Attended.objects.select_related("person").get()
    assert (attended.chosen, attended.thought) == (1, "Ask why first")
    assert "We would choose" in text(ada.get(FIRST))
    assert "1 of 8 done" in text(ada.get(INDEX))
    assert "0 of 8 done" in text(as_(cast.ben).get(INDEX))
    assert "Ask why first" not in text(as_(cast.dev).get(FIRST))
    assert set(Event.objects.filter(verb="lesson.attended").values_list("by", flat=True)) == {cast.ada.pk}


def test_what_is_missing_is_said_and_the_thought_kept(as_, cast):
    answer = as_(cast.ada).post(FIRST, {"thought": "Kept words"})

    assert (answer.status_code, "Choose one of the three" in text(answer)) == (422, True)
    assert "Kept words" in text(answer)
    assert as_(cast.ada).get(reverse("lessons.attend", args=["nothing"])).status_code == 404


@pytest.mark.parametrize(("key", "choice"), [("nothing", 0), ("listening", 3)])
def test_only_what_is_offered_is_chosen(cast, key, choice):
    with pytest.raises(Refused):
        actions.attend(key, choice, "", by=cast.ada)
