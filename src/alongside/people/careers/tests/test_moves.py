"""Moves are read out of positions."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest

from alongside.people.careers.moves import moves_of
from alongside.people.careers.words import Move


def job(started, ended=None, **facts):
    base = {
        "function": "product",
        "level": None,
        "manages": False,
        "stage": "",
        "industry": "",
        "product_type": "",
    }
    day = lambda year: dt.date(year, 1, 1) if year else None  # noqa: E731 - two uses on the next line
    return SimpleNamespace(**(base | facts), started=day(started), ended=day(ended))


@pytest.mark.parametrize(
    ("before", "after", "moves"),
    [
        ({"function": "engineering"}, {}, {"engineer_to_pm"}),
        ({"function": "design"}, {}, {"designer_to_pm"}),
        ({"function": "data"}, {}, {"analyst_to_pm"}),
        ({"function": "consulting"}, {}, {"consultant_to_pm"}),
        ({"function": "marketing"}, {}, {"marketer_to_pm"}),
        ({"function": "founding"}, {}, {"founder_to_pm"}),
        ({"function": "sales"}, {}, {"other_to_pm"}),
        ({}, {"function": "founding"}, {"pm_to_founder"}),
        ({}, {"function": "engineering"}, set()),
        ({}, {"manages": True}, {"ic_to_manager"}),
        ({"manages": True}, {}, {"manager_to_ic"}),
        ({"level": 2}, {"level": 3}, {"pm_to_senior"}),
        ({"level": 3}, {"level": 4}, {"senior_to_principal"}),
        ({"level": 4}, {"level": 5}, {"to_director"}),
        ({"level": 5}, {"level": 7}, {"to_executive"}),
        ({"level": 6}, {"level": 7}, set()),
        ({"level": 1}, {"level": 2}, set()),
        ({"level": 3}, {"level": 2}, set()),
        ({"level": 2}, {"level": None}, set()),
        ({"stage": "start_up"}, {"stage": "enterprise"}, {"start_up_to_enterprise"}),
        ({"stage": "enterprise"}, {"stage": "idea"}, {"enterprise_to_start_up"}),
        ({"stage": "scale_up"}, {"stage": "enterprise"}, set()),
        ({"industry": "health"}, {"industry": "fintech"}, {"change_of_industry"}),
        ({"industry": "health"}, {"industry": ""}, set()),
        ({"product_type": "consumer"}, {"product_type": "b2b_saas"}, {"consumer_to_b2b"}),
        ({"product_type": "b2b_saas"}, {"product_type": "consumer"}, {"b2b_to_consumer"}),
    ],
)
def test_two_positions_show_a_move(before, after, moves):
    assert moves_of([job(2021, **after), job(2019, 2021, **before)]) == {(Move(move), 2021) for move in moves}


@pytest.mark.parametrize(
    ("jobs", "moves"),
    [
        ([], set()),
        ([(2020, None)], set()),
        ([(2015, 2018), (2020, None)], {(Move.RETURN_TO_WORK, 2020)}),
        ([(2015, None), (2020, None)], set()),
        ([(2010, 2022), (2012, 2013), (2020, 2021)], set()),
        ([(None, 2018), (2020, None)], set()),
    ],
)
def test_a_long_break_shows_a_return(jobs, moves):
    assert moves_of([job(*years) for years in jobs]) == moves
