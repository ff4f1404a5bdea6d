"""Two tabs, or twenty: what is changed at once stays whole."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from alongside.growth.skills import actions as skills
from alongside.growth.skills.models import Skill, SkillLevel
from alongside.people.availability import actions as availability
from alongside.people.availability.models import Window
from alongside.people.careers import actions as careers
from alongside.people.careers.models import Position, Transition
from alongside.people.profiles.queries import profile_of

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 8


def at_once(act):
    def one(number):
        try:
            return act(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(one, range(AT_ONCE)))


def test_positions_added_at_once_are_all_there_with_their_moves_once(cast):
    def add(number):
        function = "engineering" if number % 2 else "product"
        started = dt.date(2010 + number // 2 * 2 + (not number % 2), 1, 1)
        careers.add(Position, cast.ada, by=cast.ada, title=f"Job {number}", company="Quay", function=function,
                    started=started)  # fmt: skip

    at_once(add)

    assert Position.objects.count() == AT_ONCE
    moves = Transition.objects.filter(move="engineer_to_pm").values_list("year", flat=True)
    assert sorted(moves) == [2011, 2013, 2015, 2017]
    assert all(f"Job {number}" in profile_of(cast.ada).words for number in range(AT_ONCE))


def test_a_week_set_at_once_is_one_of_them(cast):
    hours = [(0, dt.time(9), dt.time(10)), (1, dt.time(9), dt.time(10))]

    at_once(lambda _number: availability.set_week(cast.ada, by=cast.ada, zone="UTC", windows=hours))

    assert Window.objects.count() == 2


def test_skills_rated_at_once_are_all_searchable(cast):
    keys = list(Skill.objects.order_by("key").values_list("key", flat=True)[:AT_ONCE])

    at_once(lambda number: skills.rate(Skill.objects.get(key=keys[number]), 3, by=cast.ada))
    at_once(lambda number: skills.rate(Skill.objects.get(key=keys[0]), number % 5 + 1, by=cast.ada))

    assert SkillLevel.objects.count() == AT_ONCE
    assert len(profile_of(cast.ada).words.splitlines()) == AT_ONCE
