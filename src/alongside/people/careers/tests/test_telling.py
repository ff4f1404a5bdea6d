"""Telling, changing and removing parts of a career."""

from __future__ import annotations

import datetime as dt

import pytest

from alongside.activity.events.models import Event
from alongside.kit.errors import Forbidden, Refused
from alongside.people.careers import actions, queries
from alongside.people.careers.gather import follow
from alongside.people.careers.models import Launch, Position, Story, Transition
from alongside.people.profiles.models import Profile
from alongside.people.profiles.queries import profile_of

JANUARY_2019 = dt.date(2019, 1, 1)
ENGINEER = {
    "title": "Engineer", "company": "Harbour", "function": "engineering", "industry": "health",
    "started": dt.date(2016, 1, 1), "ended": JANUARY_2019,
}  # fmt: skip
MANAGER = {
    "title": "Product manager",
    "company": "Quay",
    "level": 2,
    "industry": "fintech",
    "started": JANUARY_2019,
}


def moves(person):
    return set(Transition.objects.of(person).values_list("move", "year", "stated"))


def test_positions_show_their_moves_and_take_them_along(cast):
    actions.add(Position, cast.ada, by=cast.ada, **ENGINEER)
    manager = actions.add(Position, cast.ada, by=cast.ada, **MANAGER)

    assert moves(cast.ada) == {("engineer_to_pm", 2019, False), ("change_of_industry", 2019, False)}

    actions.change(manager, by=cast.ada, industry="health")
    assert moves(cast.ada) == {("engineer_to_pm", 2019, False)}

    actions.remove(manager, by=cast.ada)
    assert moves(cast.ada) == set()
    assert list(Event.objects.order_by("pk").values_list("verb", flat=True)) == [
        "position.added", "position.added", "position.changed", "position.removed",
    ]  # fmt: skip


def test_a_stated_move_stays_when_positions_change_and_is_not_doubled(cast):
    actions.add(Position, cast.ada, by=cast.ada, **ENGINEER)
    manager = actions.add(Position, cast.ada, by=cast.ada, **MANAGER | {"industry": ""})

    actions.add(Transition, cast.ada, by=cast.ada, move="engineer_to_pm", year=2019, note="By shadowing")
    actions.remove(manager, by=cast.ada)

    assert moves(cast.ada) == {("engineer_to_pm", 2019, True)}
    with pytest.raises(Refused, match="already in your career"):
        actions.add(Transition, cast.ada, by=cast.ada, move="engineer_to_pm", year=2019)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (Position, MANAGER),
        (Launch, {"product": "Till", "problem": "Queues", "part": "All of it"}),
        (Story, {"kind": "failure", "title": "Too early", "happened": "Nobody came", "learned": "Ask first"}),
        (Transition, {"move": "return_to_work", "year": 2020}),
    ],
)
def test_nobody_changes_the_career_of_another(cast, kind, fields):
    with pytest.raises(Forbidden):
        actions.add(kind, cast.ada, by=cast.ben, **fields)
    part = actions.add(kind, cast.ada, by=cast.ada, **fields)
    with pytest.raises(Forbidden):
        actions.change(part, by=cast.ben, **fields)
    with pytest.raises(Forbidden):
        actions.remove(part, by=cast.eve)

    assert kind.objects.of(cast.ada).count() == 1
    assert str(part)


def test_a_career_does_not_grow_without_bound(cast, monkeypatch):
    monkeypatch.setattr(actions, "MOST", 1)
    actions.add(Position, cast.ada, by=cast.ada, **MANAGER)

    with pytest.raises(Refused, match="Remove one before"):
        actions.add(Position, cast.ada, by=cast.ada, **ENGINEER)


def test_the_track_record_holds_what_counts_for_the_fit(cast, django_assert_num_queries):
    actions.add(Position, cast.ada, by=cast.ada, **ENGINEER, stage="start_up", size="11-50")
    actions.add(Position, cast.ada, by=cast.ada, **MANAGER, product_type="b2b_saas")
    actions.add(Transition, cast.ada, by=cast.ada, move="engineer_to_pm", year=None)

    with django_assert_num_queries(2):
        records = queries.track_record([cast.ada.pk, cast.ben.pk])

    assert records[cast.ada.pk] == queries.TrackRecord(
        moves={"engineer_to_pm": 2019, "change_of_industry": 2019},
        industries={"health", "fintech"}, stages={"start_up"}, product_types={"b2b_saas"}, sizes={"11-50"}, level=2,
    )  # fmt: skip
    assert records[cast.ben.pk] == queries.TrackRecord()


def test_the_current_position_is_the_one_without_an_end(cast):
    manager = actions.add(Position, cast.ada, by=cast.ada, **MANAGER)
    actions.add(Position, cast.ada, by=cast.ada, **ENGINEER)

    current = queries.current_positions([cast.ada.pk, cast.ben.pk])

    assert current == {cast.ada.pk: manager}
    assert queries.neutral_label(manager) == "Product manager, Banking and fintech"
    assert queries.neutral_label(Position(level=3)) == "Senior"
    assert queries.neutral_label(None) == "A product person"
    assert [one.title for one in queries.career_of(cast.ada).positions] == ["Product manager", "Engineer"]


def test_a_career_is_seen_by_whoever_finds_the_person(cast):
    actions.add(Position, cast.ada, by=cast.ada, **MANAGER)
    assert not Position.objects.visible_to(cast.ben).exists()

    profile = profile_of(cast.ada)
    profile.findable_by = ["companies"]
    profile.save()

    assert Position.objects.visible_to(cast.ben).count() == 1
    assert not Position.objects.visible_to(cast.eve).exists()


def test_words_are_gathered_in_the_order_in_which_they_were_told(cast):
    told = [
        Story.objects.create(
            person=cast.ben, kind="failure", title=f"Story {number}", happened="It", learned="That"
        )
        for number in range(3)
    ]
    for one in told[:2]:  # a row that is written again lies behind the others
        Story.objects.filter(pk=one.pk).update(code=one.code[::-1])
    follow(cast.ben)

    words = Profile.objects.get(person=cast.ben).career_words
    assert [words.index(one.title) for one in told] == sorted(words.index(one.title) for one in told)
