"""Opening the workspace and the list."""

from __future__ import annotations

import datetime as dt

import pytest

from alongside.kit.clock import now
from alongside.mentoring.advice.models import Action, Advice
from alongside.mentoring.agreements import actions as agreements
from alongside.mentoring.goals import actions as goals
from alongside.mentoring.meetings.models import AgendaItem, Meeting
from alongside.mentoring.mentorships import actions as mentorships

SECRET = "my director has noticed"


def url(pair):
    return f"/mentoring/mentorships/{pair.code}/"


def meet(pair, ada, days=2):
    return Meeting.objects.create(
        mentorship=pair,
        organiser=ada,
        starts_at=now() + dt.timedelta(days=days),
        zone="Europe/Stockholm",
        uid=f"{pair.code}-{days}",
    )


@pytest.fixture
def full(cast, pair, draft, agreed):
    """A workspace in which every panel has something."""
    meeting = meet(pair, cast.ada)
    for number in range(3):
        item = AgendaItem(meeting=meeting, by=cast.ben)
        item.topic = f"Topic {number}"
        item.save()
        advice = Advice(mentorship=pair, mentor=cast.ada)
        advice.text = f"Advice {number}"
        advice.save()
        action = Action(mentorship=pair, owner=cast.ben)
        action.text = f"Action {number}"
        action.save()
    goals.progress(agreed, by=cast.ben, text=SECRET, level=1)
    return pair


@pytest.mark.parametrize(("name", "other"), [("ben", "Ada Lindqvist"), ("ada", "Ben Okafor")])
def test_both_see_the_whole_workspace(as_, cast, full, name, other):
    page = as_(getattr(cast, name)).get(url(full)).content.decode()

    assert f"You and {other}" in page
    for text in ("Topic 0", "Advice 1", "Action 2", "Run a discovery cycle", "more than expected"):
        assert text in page


def test_an_empty_workspace_offers_what_comes_next(as_, cast, pair):
    page = as_(cast.ben).get(url(pair)).content.decode()

    for text in ("No meeting planned", "No goals yet", "There is no draft yet", "Add a goal"):
        assert text in page


@pytest.mark.parametrize("name", ["cleo", "dev", "eve"])
def test_it_is_hidden_from_everybody_else(as_, cast, full, name):
    assert as_(getattr(cast, name)).get(url(full)).status_code == 404


def test_the_workspace_costs_eight_queries_whatever_is_in_it(as_, cast, full, django_assert_num_queries):
    browser = as_(cast.ben)
    browser.get(url(full))

    with django_assert_num_queries(8):
        browser.get(url(full))


@pytest.mark.parametrize(
    ("name", "line"),
    [("ben", "Not prepared yet: write one topic"), ("ada", "Not prepared yet: Ben Okafor writes the agenda")],
)
def test_an_unprepared_meeting_says_whose_turn_it_is(as_, cast, pair, name, line):
    meet(pair, cast.ada)

    assert line in as_(getattr(cast, name)).get(url(pair)).content.decode()


def test_advice_that_is_carried_over_prepares_nobody(as_, cast, pair):
    Advice.objects.create(mentorship=pair, mentor=cast.ada)
    meet(pair, cast.ada)

    assert "Not prepared yet" in as_(cast.ben).get(url(pair)).content.decode()


def test_the_next_meeting_is_the_nearest_that_is_planned(as_, cast, pair):
    meet(pair, cast.ada, days=9)
    past, cancelled = meet(pair, cast.ada, days=-3), meet(pair, cast.ada, days=1)
    Meeting.objects.filter(pk=cancelled.pk).update(state=Meeting.State.CANCELLED)
    near = meet(pair, cast.ada, days=4)

    context = as_(cast.ben).get(url(pair)).context

    assert context["space"].meeting == near != past


def test_the_course_shows_where_they_are(as_, cast, pair, draft, agreed):
    browser = as_(cast.ben)

    def states():
        return [step.state for step in browser.get(url(pair)).context["steps"]]

    assert states() == ["done", "now", "done", "", ""]
    for person in (cast.ada, cast.ben):
        agreements.accept(draft, by=person)
    agreements.edit(pair, draft.said | {"purpose": "Another"}, by=cast.ada, base=1)
    assert states() == ["done", "done", "done", "now", ""]
    mentorships.end(pair, by=cast.ada)
    assert states() == ["done"] * 5


def test_the_list_is_empty_until_somebody_says_yes(as_, cast):
    page = as_(cast.ben).get("/mentoring/mentorships/").content.decode()

    assert "No mentorship yet" in page


@pytest.mark.parametrize("count", [1, 4])
def test_the_list_costs_the_same_however_long(as_, cast, pair, count, django_assert_num_queries):
    meet(pair, cast.ada)
    for _extra in range(count - 1):
        mentorships.begin(cast.eve, cast.ben, by=cast.eve, purpose="Pricing")
    browser = as_(cast.ben)

    with django_assert_num_queries(3):
        page = browser.get("/mentoring/mentorships/")

    assert len(page.context["running"]) == count


def test_what_has_ended_moves_to_the_end(as_, cast, pair):
    mentorships.end(pair, by=cast.ben)

    context = as_(cast.ben).get("/mentoring/mentorships/").context

    assert (context["running"], [card.mentorship for card in context["ended"]]) == ([], [pair])


def test_what_happened_last_is_loaded_afterwards_and_says_nothing_that_was_written(as_, cast, full):
    browser = as_(cast.ada)

    whole = browser.get(f"{url(full)}recent/")
    part = browser.get(f"{url(full)}recent/", headers={"HX-Request": "true"})

    assert "Ben Okafor told progress on a goal" in whole.content.decode()
    assert SECRET not in whole.content.decode()
    assert ("<h1>" in whole.content.decode(), "<h1>" in part.content.decode()) == (True, False)
    assert f'hx-get="{url(full)}recent/"' in browser.get(url(full)).content.decode()


@pytest.mark.parametrize("name", ["cleo", "dev", "eve"])
def test_what_happened_last_is_hidden_from_everybody_else(as_, cast, full, name):
    assert as_(getattr(cast, name)).get(f"{url(full)}recent/").status_code == 404


@pytest.mark.parametrize(("name", "sees"), [("ben", (True, True)), ("ada", (False, False))])
def test_the_ledger_offers_what_the_reader_may_do(as_, cast, full, name, sees):
    page = as_(getattr(cast, name)).get(url(full)).content.decode()

    assert ("Decide<" in page, "Done<" in page) == sees
