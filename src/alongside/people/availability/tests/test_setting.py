"""Saying when one can meet, and finding times together."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.kit.errors import Forbidden
from alongside.people.availability import actions, queries
from alongside.people.availability.models import Window

ADDRESS = "/people/availability/"
NINE, NOON = dt.time(9), dt.time(12)
MONDAY = dt.datetime(2027, 3, 22, tzinfo=dt.UTC)


def let(person, *rows):
    actions.set_week(person, by=person, zone=person.timezone, windows=rows)


def test_a_person_says_when_they_are_free(as_, cast):
    browser = as_(cast.ben)
    assert browser.get(ADDRESS).status_code == 200

    typed = {
        "zone": "Asia/Kathmandu",
        "from_0_0": "09:00",
        "to_0_0": "12:00",
        "from_6_2": "22",
        "to_6_2": "00:00",
    }
    assert browser.post(ADDRESS, typed).url == reverse("me.show")

    assert list(Window.objects.visible_to(cast.ben).order_by("weekday").values_list("weekday", "starts", "ends")) == [
        (0, NINE, NOON), (6, dt.time(22), dt.time()),
    ]  # fmt: skip
    cast.ben.refresh_from_db()
    assert cast.ben.timezone == "Asia/Kathmandu"
    assert Event.objects.get(verb="week.changed").by == cast.ben
    assert 'value="09:00"' in browser.get(ADDRESS).text
    assert browser.post(ADDRESS, {"zone": "UTC"}).status_code == 302
    assert not Window.objects.exists()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"to_0_0": ""}, "Enter until when on Monday"),
        ({"from_0_0": ""}, "Enter from when on Monday"),
        ({"to_0_0": "08:00"}, "The end must be later than the start"),
        ({"to_0_0": "noon"}, "Enter a time, such as 09:30"),
        ({"from_0_1": "11:00", "to_0_1": "13:00"}, "Two times on Monday overlap"),
        ({"to_0_0": "00:00", "from_0_1": "11:00", "to_0_1": "13:00"}, "Two times on Monday overlap"),
        ({"zone": ""}, "Choose a time zone from the list"),
        ({"zone": "../../etc/passwd"}, "Choose a time zone from the list"),
    ],
)
def test_bad_input_is_answered_kindly_and_kept(as_, cast, typed, sentence):
    given = {"zone": "UTC", "from_0_0": "09:00", "to_0_0": "12:00", "from_4_0": "17:15", "to_4_0": "18:45"}

    answer = as_(cast.ben).post(ADDRESS, given | typed)

    assert answer.status_code == 422
    assert sentence in answer.text
    assert 'value="17:15"' in answer.text
    assert not Window.objects.exists()


def test_nobody_sets_the_week_of_another(cast):
    with pytest.raises(Forbidden):
        actions.set_week(cast.ada, by=cast.ben, zone="UTC", windows=[])


def test_slots_are_when_everybody_is_free_on_both_walls(cast):
    let(
        cast.ada, (0, NINE, NOON), (2, NINE, NOON)
    )  # Stockholm: 08:00 to 11:00 in UTC, 07:00 after the change
    let(cast.ben, (0, NINE, NOON), (2, NINE, NOON))  # London: 09:00 to 12:00 in UTC, 08:00 after the change

    slots = queries.free_slots([cast.ada, cast.ben], MONDAY, 14, 60, 10)

    assert [slot.strftime("%d %H:%M") for slot in slots] == [
        "22 09:00", "22 09:30", "22 10:00", "24 09:00", "24 09:30", "24 10:00",
        "29 08:00", "29 08:30", "29 09:00", "31 08:00",
    ]  # fmt: skip


def test_slots_begin_at_a_round_time_when_the_question_comes_in_the_middle(cast):
    let(cast.ben, (0, NINE, NOON))

    slots = queries.free_slots([cast.ben], MONDAY + dt.timedelta(hours=10, minutes=7), 1, 60, 9)

    assert [slot.strftime("%H:%M") for slot in slots] == ["10:30", "11:00"]


def test_free_time_is_read_for_many_in_one_query(cast, django_assert_num_queries):
    let(cast.ben, (0, NINE, dt.time(10)))
    people = [cast.ada, cast.ben]

    with django_assert_num_queries(1):
        masks = queries.masks(people, MONDAY.date())

    assert masks == {cast.ada.pk: 0, cast.ben.pk: 0b11 << 18}
    assert queries.is_free(cast.ben, MONDAY.replace(hour=9), 60)
    assert not queries.is_free(cast.ben, MONDAY.replace(hour=9, minute=30), 60)
