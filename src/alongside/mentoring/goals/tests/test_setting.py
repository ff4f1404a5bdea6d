"""Setting, changing, agreeing to and removing a goal."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from alongside.activity.events.models import Event
from alongside.activity.notices.models import Notice
from alongside.kit.clock import now
from alongside.kit.errors import Forbidden, Refused
from alongside.mentoring.conftest import LEVELS
from alongside.mentoring.goals import actions, quarters
from alongside.mentoring.goals.models import Goal
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.mentorships.models import Mentorship

WORDS = {"title": "Run a discovery cycle", "weight": 2, "skill": None, "levels": LEVELS}


def url(goal, verb=""):
    return f"/mentoring/goals/{goal.code}/{verb and verb + '/'}"


def add_url(pair):
    return f"/mentoring/goals/of/{pair.code}/add/"


def typed(**changed):
    """What a browser sends for a new goal."""
    levels = {f"level_{place}": text for place, text in enumerate(LEVELS)}
    quarter = quarters.of(now().date())
    return {
        "title": "Run a discovery cycle",
        "weight": "2",
        "skill": "",
        "quarter": quarter,
        **levels,
        **changed,
    }


@pytest.mark.parametrize("name", ["ada", "ben"])
def test_either_writes_the_mentees_goal_down(as_, cast, pair, name):
    writer = getattr(cast, name)

    answer = as_(writer).post(add_url(pair), typed())

    goal = Goal.objects.get()
    assert answer.url == url(goal)
    assert (goal.mentee, goal.written_by, goal.is_agreed) == (cast.ben, writer, False)
    assert (goal.title, goal.level_texts, goal.weight, goal.place) == ("Run a discovery cycle", LEVELS, 2, 1)
    assert Event.objects.get(verb="goal.set").about_code == goal.code


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"title": ""}, "Enter the goal in one sentence"),
        ({"title": "x" * 201}, "The goal must be 200 characters or less"),
        ({"level_3": ""}, "Describe every level, so that both know what the result will mean"),
        ({"quarter": "2020-Q1"}, "Choose from the list"),
    ],
)
def test_what_cannot_be_is_said_and_the_typed_text_stays(as_, cast, pair, changed, error):
    answer = as_(cast.ben).post(add_url(pair), typed(**changed))

    page = answer.content.decode()
    assert (answer.status_code, Goal.objects.count()) == (422, 0)
    assert LEVELS[4] in page
    assert error in page


def test_a_fourth_goal_in_a_quarter_is_refused_and_the_typed_text_stays(as_, cast, pair):
    browser = as_(cast.ben)
    for _number in range(3):
        browser.post(add_url(pair), typed())

    answer = browser.post(add_url(pair), typed(title="The fourth"))

    assert (answer.status_code, Goal.objects.count()) == (422, 3)
    assert "There are three goals in this quarter already" in answer.content.decode()
    assert "The fourth" in answer.content.decode()


def test_three_count_across_mentorships_and_the_next_quarter_is_free(cast, pair, goal):
    other = mentorships.begin(cast.eve, cast.ben, by=cast.eve, purpose="Pricing")
    for _number in range(2):
        actions.set(other, by=cast.eve, quarter="2027-Q1", **WORDS)

    with pytest.raises(Refused):
        actions.set(other, by=cast.eve, quarter="2027-Q1", **WORDS)
    assert actions.set(other, by=cast.eve, quarter="2027-Q2", **WORDS).place == 1


@pytest.mark.django_db(transaction=True)
def test_of_ten_at_once_three_are_kept(cast, pair):
    def write(_number):
        try:
            actions.set(Mentorship.objects.get(), by=cast.ben, quarter="2027-Q1", **WORDS)
        except Refused:
            return "refused"
        finally:
            connection.close()
        return "kept"

    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(write, range(10)))

    assert sorted(answers) == ["kept"] * 3 + ["refused"] * 7
    assert sorted(Goal.objects.values_list("place", flat=True)) == [1, 2, 3]


@pytest.mark.parametrize("levels", [LEVELS[:4], [*LEVELS[:4], ""]])
def test_five_levels_or_none(cast, pair, levels):
    with pytest.raises(Refused):
        actions.set(pair, by=cast.ben, quarter="2027-Q1", **(WORDS | {"levels": levels}))


def test_the_other_side_agrees(as_, cast, goal):
    answer = as_(cast.ada).post(url(goal, "agree"), {"seen": goal.fingerprint})

    goal.refresh_from_db()
    assert (answer.url, goal.agreed_by) == (url(goal), cast.ada)
    assert Event.objects.get(verb="goal.agreed").by == cast.ada


def test_who_wrote_the_levels_does_not_agree_to_them(as_, cast, goal):
    assert as_(cast.ben).post(url(goal, "agree")).status_code == 403


def test_the_mentee_agrees_to_what_the_mentor_wrote(cast, pair):
    goal = actions.set(pair, by=cast.ada, quarter="2027-Q1", **WORDS)

    with pytest.raises(Forbidden):
        actions.agree(goal, by=cast.ada)
    actions.agree(goal, by=cast.ben)

    assert goal.is_agreed


def test_nobody_agrees_to_levels_that_they_did_not_read(as_, cast, goal):
    seen = goal.fingerprint
    actions.change(goal, by=cast.ben, **(WORDS | {"title": "Something else"}))

    answer = as_(cast.ada).post(url(goal, "agree"), {"seen": seen})

    assert answer.status_code == 422
    assert "The levels were changed in the meantime" in answer.content.decode()


def test_agreeing_twice_is_refused(cast, agreed):
    with pytest.raises(Refused):
        actions.agree(agreed, by=cast.ada)


def test_a_change_has_to_be_agreed_anew(as_, cast, agreed):
    answer = as_(cast.ada).post(url(agreed, "change"), typed(title="Run two cycles"))

    agreed.refresh_from_db()
    assert answer.url == url(agreed)
    assert (agreed.title, agreed.is_agreed, agreed.written_by) == ("Run two cycles", False, cast.ada)
    assert Event.objects.filter(verb="goal.changed").count() == 1


def test_the_form_of_a_change_has_the_words_and_keeps_what_is_typed(as_, cast, agreed):
    browser = as_(cast.ben)

    assert LEVELS[3] in browser.get(url(agreed, "change")).content.decode()
    answer = browser.post(url(agreed, "change"), typed(title="", level_0="Typed for a minute"))
    assert answer.status_code == 422
    assert "Typed for a minute" in answer.content.decode()


def test_a_goal_that_is_not_agreed_can_be_taken_back(as_, cast, pair, goal):
    answer = as_(cast.ben).post(url(goal, "remove"))

    assert (answer.url, Goal.objects.count()) == (f"/mentoring/mentorships/{pair.code}/", 0)
    assert actions.set(pair, by=cast.ben, quarter="2027-Q1", **WORDS).place == 1
    assert Event.objects.filter(verb="goal.removed").count() == 1


def test_an_agreed_goal_stays(as_, cast, agreed):
    assert as_(cast.ben).post(url(agreed, "remove")).status_code == 422


@pytest.mark.parametrize("name", ["cleo", "dev", "eve"])
def test_it_is_hidden_from_everybody_else(as_, cast, pair, agreed, name):
    browser = as_(getattr(cast, name))

    assert browser.get(url(agreed)).status_code == 404
    assert browser.post(add_url(pair), typed()).status_code == 404
    for verb in ("change", "agree", "progress", "complete", "remove"):
        assert browser.post(url(agreed, verb)).status_code == 404


def test_everybody_else_is_refused_by_the_verbs(cast, pair, goal):
    for act in (
        lambda: actions.set(pair, by=cast.cleo, quarter="2027-Q1", **WORDS),
        lambda: actions.change(goal, by=cast.cleo, **WORDS),
        lambda: actions.agree(goal, by=cast.cleo),
        lambda: actions.remove(goal, by=cast.cleo),
    ):
        with pytest.raises(Forbidden):
            act()


def test_after_the_end_nothing_is_set_or_changed(as_, cast, pair, goal):
    mentorships.end(pair, by=cast.ada)
    browser = as_(cast.ben)

    assert browser.get(url(goal)).status_code == 200
    assert browser.get(add_url(pair)).status_code == 422
    for verb, data in (("change", typed()), ("remove", {})):
        assert browser.post(url(goal, verb), data).status_code == 422


def test_notices_name_who_did_it_and_not_the_goal(cast, pair, tell_everyone):
    goal = actions.set(pair, by=cast.ben, quarter="2027-Q1", **WORDS)
    actions.agree(goal, by=cast.ada)
    tell_everyone()

    told = [(notice.person, notice.text) for notice in Notice.objects.order_by("pk")]
    assert told == [
        (cast.ada, "Ben Okafor wrote a goal. Read its five levels and agree"),
        (cast.ben, "Ada Lindqvist agreed to the levels of a goal"),
    ]


def test_the_form_takes_a_title_from_the_agreement(as_, cast, pair):
    page = as_(cast.ben).get(add_url(pair), {"title": "Five interviews"}).content.decode()

    assert 'value="Five interviews"' in page


def test_a_circle_needs_to_know_whose_goal_it_is(cast, pair):
    pair.participants.create(person=cast.cleo, side="mentee")

    with pytest.raises(Refused):
        actions.set(pair, by=cast.ada, quarter="2027-Q1", **WORDS)
    assert actions.set(pair, by=cast.cleo, quarter="2027-Q1", **WORDS).mentee == cast.cleo
