"""Telling progress and completing: the mentee's alone, and only once the levels are agreed."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from alongside.activity.events.models import Event
from alongside.activity.notices.models import Notice
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.mentoring.conftest import LEVELS
from alongside.mentoring.goals import actions, queries
from alongside.mentoring.goals.models import Goal, Progress
from alongside.mentoring.mentorships import actions as mentorships

TOLD = {"text": "Five interviews held", "level": "0", "link": "https://example.org/notes"}


def url(goal, verb=""):
    return f"/mentoring/goals/{goal.code}/{verb and verb + '/'}"


def test_the_mentee_tells_progress_with_evidence(as_, cast, agreed):
    browser = as_(cast.ben)

    assert browser.post(url(agreed, "progress"), TOLD).url == url(agreed)

    entry = Progress.objects.select_related("goal__mentorship").get()
    assert (entry.text, entry.level, entry.link, entry.by) == (TOLD["text"], 0, TOLD["link"], cast.ben)
    assert Event.objects.get(verb="goal.progressed").details == {"mentorship": agreed.mentorship.code}
    assert TOLD["text"] in as_(cast.ada).get(url(agreed)).content.decode()


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"text": ""}, "Enter what moved, even if it is small"),
        ({"link": "not a link"}, "Enter a link such as https://example.org/report"),
        ({"link": "javascript:alert(1)"}, "Enter a link such as https://example.org/report"),
    ],
)
def test_what_cannot_be_is_said_and_the_typed_text_stays(as_, cast, agreed, changed, error):
    answer = as_(cast.ben).post(url(agreed, "progress"), TOLD | changed)

    page = answer.content.decode()
    assert (answer.status_code, Progress.objects.count()) == (422, 0)
    assert error in page
    assert all(value in page for name, value in TOLD.items() if name not in changed)


def test_the_mentee_completes_at_a_level(as_, cast, agreed):
    assert as_(cast.ben).post(url(agreed, "complete"), {"score": "1"}).url == url(agreed)

    agreed.refresh_from_db()
    assert (agreed.score, agreed.is_open) == (1, False)
    assert Event.objects.get(verb="goal.completed").details == {"mentorship": agreed.mentorship.code}


@pytest.mark.parametrize("score", ["", "3", "yes"])
def test_it_is_completed_at_one_of_the_five_levels(as_, cast, agreed, score):
    answer = as_(cast.ben).post(url(agreed, "complete"), {"score": score})

    assert answer.status_code == 422
    assert "Choose" in answer.content.decode()
    assert Goal.objects.get().is_open


@pytest.mark.parametrize(
    ("verb", "data"), [("progress", TOLD), ("complete", {"score": "1"}), ("progress", {})]
)
def test_it_is_refused_to_the_mentor(as_, cast, agreed, verb, data):
    assert as_(cast.ada).post(url(agreed, verb), data).status_code == 403


@pytest.mark.parametrize(("verb", "data"), [("progress", TOLD), ("complete", {"score": "1"})])
def test_nothing_is_told_or_scored_before_the_levels_are_agreed(as_, cast, goal, verb, data):
    answer = as_(cast.ben).post(url(goal, verb), data)

    assert answer.status_code == 422
    assert "Agree on the five levels first" in answer.content.decode()


def test_the_database_keeps_no_score_without_an_agreement(goal):
    with pytest.raises(IntegrityError), transaction.atomic():
        Goal.objects.update(score=2, completed_at=now())


@pytest.mark.parametrize(("verb", "data"), [("progress", TOLD), ("complete", {"score": "1"})])
def test_a_completed_goal_stays_as_it_is(as_, cast, agreed, verb, data):
    actions.complete(agreed, -1, by=cast.ben)

    assert as_(cast.ben).post(url(agreed, verb), data).status_code == 422
    assert Goal.objects.get().score == -1


def test_a_completed_goal_is_not_changed(cast, agreed):
    actions.complete(agreed, -1, by=cast.ben)

    with pytest.raises(Refused):
        actions.change(agreed, by=cast.ben, title="Easier", levels=LEVELS, weight=1, skill=None)


def test_after_the_end_nothing_is_told(as_, cast, pair, agreed):
    mentorships.end(pair, by=cast.ada)

    assert as_(cast.ben).post(url(agreed, "progress"), TOLD).status_code == 422


def test_the_page_draws_the_way_and_shows_it_as_a_table(as_, cast, agreed):
    for level in (-2, 0, 1):
        actions.progress(agreed, by=cast.ben, text="A step", level=level)

    page = as_(cast.ada).get(url(agreed))

    assert [level for _day, level in page.context["way"].rows] == ["−2", "0", "+1"]
    assert "Show as a table" in page.content.decode()
    assert page.context["reached_name"] == "+1: more than expected"


def test_a_quarter_has_the_score_of_what_is_completed(cast, pair, agreed):
    actions.complete(agreed, 1, by=cast.ben)
    actions.set(pair, by=cast.ben, title="Another", levels=LEVELS, quarter="2027-Q1")

    (quarter,) = queries.by_quarter(cast.ben)

    assert (quarter.name, quarter.done, len(quarter.goals), quarter.t_score) == (
        "quarter 1 of 2027",
        1,
        2,
        60,
    )
    assert [queries.reached(goal) for goal in quarter.goals] == [1, None]


@pytest.mark.parametrize("count", [1, 4])
def test_the_list_costs_the_same_however_long(as_, cast, pair, count, django_assert_num_queries):
    for number in range(count):
        quarter = f"2027-Q{number + 1}"
        actions.set(pair, by=cast.ben, title="A goal", levels=LEVELS, quarter=quarter)
    browser = as_(cast.ben)

    with django_assert_num_queries(3):
        page = browser.get("/mentoring/goals/")

    assert len(page.context["quarters"]) == count


def test_the_mentor_has_no_goals_of_their_own_here(as_, cast, goal):
    assert "No goals yet" in as_(cast.ada).get("/mentoring/goals/").content.decode()


def test_the_words_are_unreadable_at_rest(cast, agreed):
    actions.progress(agreed, by=cast.ben, text="My director has noticed")

    raw = [
        *Goal.objects.values_list("title", "levels").get(),
        Progress.objects.values_list("text", flat=True).get(),
    ]

    assert not any(
        word in bytes(value) for value in raw for word in (b"discovery", b"interviews", b"director")
    )


def test_the_mentor_is_told_of_progress_and_never_what_it_says(cast, agreed, tell_everyone):
    actions.progress(agreed, by=cast.ben, text="My director has noticed")
    actions.complete(agreed, 0, by=cast.ben)
    tell_everyone()

    told = list(Notice.objects.filter(person=cast.ada).order_by("pk").values_list("text", flat=True))
    assert told == ["Ben Okafor told progress on a goal", "Ben Okafor completed a goal"]
