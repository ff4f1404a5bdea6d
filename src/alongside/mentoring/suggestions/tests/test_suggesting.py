"""Three times for a meeting: suggested at once, picked with one press, or none of them."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.kit.clock import now
from alongside.kit.errors import Forbidden, Refused
from alongside.mentoring.meetings.models import Attendance, Meeting, Suggestion
from alongside.mentoring.mentorships import actions as mentorships
from alongside.mentoring.suggestions import actions
from alongside.people.availability.actions import set_week


@pytest.fixture
def times():
    start = (now() + dt.timedelta(days=3)).replace(hour=12, minute=0, second=0, microsecond=0)
    return [start + dt.timedelta(days=number) for number in range(3)]


@pytest.fixture
def suggestion(cast, pair, times):
    return actions.suggest(pair, times, by=cast.ada, link="https://calls.example.org/a")


def page(name: str, thing) -> str:
    return reverse(f"suggestions.{name}", args=[thing.code])


def test_three_clicks_are_enough_for_two(as_, cast, pair, tell_everyone, letters):
    for person in (cast.ada, cast.ben):
        set_week(
            person,
            by=person,
            zone=person.timezone,
            windows=[(day, dt.time(8), dt.time(20)) for day in range(7)],
        )
    ada, ben = as_(cast.ada), as_(cast.ben)
    form = ada.get(page("suggest", pair)).context["form"]
    local = {name: form.initial[name].strftime("%Y-%m-%dT%H:%M") for name in ("first", "second", "third")}
    told = ada.post(page("suggest", pair), local | {"minutes": "45"}, follow=True).text
    tell_everyone()
    made = Suggestion.objects.get()
    shown = ben.get(page("show", made)).text
    answer = ben.post(page("pick", made), {"start": made.moments[1].isoformat()})

    meeting = Meeting.objects.get()
    assert ("You suggested times" in told, shown.count("Stockholm"), shown.count('name="start"')) == (
        True,
        3,
        3,
    )
    assert ("None suits" in shown, "Take them back" in shown) == (True, False)
    assert (meeting.starts_at, answer.url) == (made.moments[1], reverse("meetings.show", args=[meeting.code]))
    assert set(Attendance.objects.values_list("person", "answer")) == {
        (cast.ada.pk, "yes"),
        (cast.ben.pk, "yes"),
    }
    letter = letters(cast.ben)[0].text
    assert letter.count("(Europe/London)") == letter.count("(Europe/Stockholm)") == 3
    assert "One of them was picked" in ada.get(page("show", made)).text
    assert list(Event.objects.filter(verb__startswith="suggestion").values_list("verb", flat=True)) == [
        "suggestion.made", "suggestion.picked",
    ]  # fmt: skip


def test_what_is_picked_keeps_its_length_and_link(cast, suggestion):
    meeting = actions.pick(suggestion, suggestion.moments[0], by=cast.ben)

    assert (meeting.minutes, meeting.link) == (45, "https://calls.example.org/a")


def test_none_suits_or_they_are_taken_back(as_, cast, pair, times, suggestion, tell_everyone, letters):
    answer = as_(cast.ben).post(page("decline", suggestion))
    tell_everyone()
    other = actions.suggest(pair, times, by=cast.ben)
    newer = actions.suggest(pair, times[:1], by=cast.ben)
    as_(cast.ben).post(page("take_back", newer))

    assert answer.url == page("suggest", pair)
    assert [one.subject for one in letters(cast.ada)] == ["None of the times that you suggested suits"]
    assert "Nothing was picked" in as_(cast.ada).get(page("show", other)).text
    assert Suggestion.objects.open().count() == Meeting.objects.count() == 0
    assert Event.objects.filter(verb__in=["suggestion.declined", "suggestion.taken_back"]).count() == 2


def test_it_is_hidden_from_outsiders_and_refused_to_the_wrong_one(as_, cast, pair, suggestion):
    for outsider in (cast.eve, cast.cleo):
        for name in ("pick", "decline", "take_back"):
            assert as_(outsider).post(page(name, suggestion)).status_code == 404
        assert as_(outsider).get(page("show", suggestion)).status_code == 404
        assert as_(outsider).get(page("suggest", pair)).status_code == 404
    assert as_(cast.ada).post(page("pick", suggestion), {"start": suggestion.times[0]}).status_code == 403
    assert as_(cast.ada).post(page("decline", suggestion)).status_code == 403
    assert as_(cast.ben).post(page("take_back", suggestion)).status_code == 403
    with pytest.raises(Forbidden):
        actions.suggest(pair, suggestion.moments, by=cast.eve)


@pytest.mark.parametrize("start", ["", "soon", "2099-01-01T10:00", "2099-01-01T10:00+00:00"])
def test_a_time_that_was_not_suggested_is_not_picked(as_, cast, suggestion, start):
    assert as_(cast.ben).post(page("pick", suggestion), {"start": start}).status_code == 422


def test_what_is_answered_is_answered_once(as_, cast, suggestion):
    actions.pick(suggestion, suggestion.moments[0], by=cast.ben)
    for name in ("pick", "decline"):
        assert as_(cast.ben).post(page(name, suggestion), {"start": suggestion.times[1]}).status_code == 422
    assert Meeting.objects.count() == 1


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"first": ""}, "Enter at least one time"),
        ({"first": "soon"}, "Enter a day and a time"),
        ({"first": "2020-01-01T10:00"}, "lie ahead"),
        ({"first": "2099-01-01T10:00"}, "lie ahead"),
    ],
)
def test_times_that_make_no_sense_are_answered_kindly(as_, cast, pair, said, told):
    answer = as_(cast.ben).post(page("suggest", pair), {"minutes": "45", **said})

    assert (answer.status_code, told in answer.text, said["first"] in answer.text) == (422, True, True)


def test_nothing_is_suggested_after_the_end_nor_mailed_when_it_was_taken_back(
    cast, pair, times, suggestion, tell_everyone, letters
):
    actions.take_back(suggestion, by=cast.ada)
    tell_everyone()
    mentorships.end(pair, by=cast.ada)

    assert not [one for one in letters() if "suggests" in one.subject]
    with pytest.raises(Refused, match="has ended"):
        actions.suggest(pair, times, by=cast.ben)
