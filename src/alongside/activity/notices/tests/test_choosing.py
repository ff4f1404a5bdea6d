"""Everybody chooses what comes to them and how; one link in a letter stops its kind, without signing in."""

from __future__ import annotations

import ast
import datetime as dt
import email
from email.policy import default
from pathlib import Path

import pytest
from django.test import Client

from alongside.activity.events.listeners import LISTENERS
from alongside.activity.events.models import Event
from alongside.activity.mail.smtp import message_of
from alongside.activity.notices import actions, kinds, stopping
from alongside.activity.notices.kinds import NEWS, WAITING, Way, every_kind, kind_of
from alongside.activity.notices.models import Notice, Preference
from alongside.activity.notices.queries import preference_of
from alongside.activity.notices.telling import ByMail, tell
from alongside.kit.clock import travel
from alongside.kit.errors import Forbidden

PAGE = "/notices/choose/"
LINE = ByMail()
PRODUCT = Path(kinds.__file__).parents[2]


def chosen(person, **ways):
    actions.choose(preference_of(person), by=person, ways=ways)


def typed(**fields):
    return {kind.name: kind.usual for kind in every_kind()} | fields


def feedback(person, letter=LINE):
    return tell(person, kind="feedback.given", text="Ada gave you feedback", url="/x/", letter=letter)


@pytest.mark.parametrize(
    ("way", "noticed", "mailed", "waits_for"),
    [
        (Way.AT_ONCE, 1, 1, ""),
        (Way.DAILY, 1, 0, "daily"),
        (Way.WEEKLY, 1, 0, "weekly"),
        (Way.HERE, 1, 0, ""),
        (Way.OFF, 0, 0, None),
    ],
)
def test_each_way_is_the_way_it_comes(cast, letters, way, noticed, mailed, waits_for):
    chosen(cast.ben, feedback=way)
    told = feedback(cast.ben)

    assert (Notice.objects.count(), len(letters())) == (noticed, mailed)
    assert (told.waits_for if told else None) == waits_for


def test_every_kind_can_be_switched_off(cast, letters):
    actions.choose(preference_of(cast.ben), by=cast.ben, ways={kind.name: Way.OFF for kind in every_kind()})
    for kind in every_kind():
        for name in kind.covers or ("something.new",):
            assert tell(cast.ben, kind=name, text="x", letter=LINE) is None
            assert tell(cast.ben, kind=name, text="x") is None

    assert letters() == []


def test_whatever_the_product_tells_has_a_switch():
    told = {verb for verb, _listener in LISTENERS}
    for path in PRODUCT.rglob("notices.py"):
        calls = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.keyword)]
        told |= {
            one.value.value for one in calls if one.arg == "kind" and isinstance(one.value, ast.Constant)
        }

    without = {"run"}  # a run's end is told as the news of its round
    nouns = {
        name.partition(".")[0] for name in told if "tell" in f"{dict(LISTENERS).get(name, 'tell')}"
    } - without
    assert {
        noun for noun in nouns if kind_of(f"{noun}.x", has_letter=True) is WAITING
    } == set()  # config/kinds.py


def test_a_line_without_a_letter_is_smaller_news(cast, letters):
    told = feedback(cast.ben, letter=None)

    assert (told.switch, told.waits_for, letters()) == (NEWS.name, "daily", [])
    assert kind_of("goal.set", has_letter=False).name == "goals"


def test_who_wants_lines_at_once_gets_a_letter_of_one_line(cast, letters):
    chosen(cast.ben, goals=Way.AT_ONCE)
    tell(cast.ben, kind="goal.set", text="Ada wrote a goal", url="/mentoring/goals/x/")

    assert [letter.subject for letter in letters(to=cast.ben)] == ["Ada wrote a goal"]
    assert "/mentoring/goals/x/" in letters()[0].text


def test_a_notice_costs_one_query_more(cast, django_assert_num_queries):
    preference_of(cast.ben)  # puts the query into SQL
    with django_assert_num_queries(2):
        tell(cast.ben, kind="goal.set", text="Ada wrote a goal")


def test_quiet_hours_hold_a_letter_back_but_not_the_notice(cast, letters):
    actions.choose(preference_of(cast.ben), by=cast.ben, ways={}, quiet=(dt.time(21), dt.time(7)))
    with travel(dt.datetime(2026, 12, 1, 23, tzinfo=dt.UTC)):
        feedback(cast.ben)

    assert [one.not_before for one in letters()] == [dt.datetime(2026, 12, 2, 7, tzinfo=dt.UTC)]
    assert Notice.objects.count() == 1


def test_the_page_keeps_what_was_chosen(as_, cast):
    browser = as_(cast.ben)
    answer = browser.post(PAGE, typed(goals="weekly", quiet_from="21:30", quiet_until="07:00"))
    page = browser.get(PAGE).content.decode()

    kept = Preference.objects.get(person=cast.ben)
    assert (answer.status_code, kept.ways["goals"], kept.quiet_from) == (302, "weekly", dt.time(21, 30))
    assert ('value="weekly" selected' in page, 'value="21:30"' in page) == (True, True)
    assert [event.verb for event in Event.objects.all()] == ["notices.chosen"]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"quiet_from": "21:00"}, "Enter when the quiet hours end"),
        ({"quiet_until": "7:00"}, "Enter when the quiet hours begin"),
        ({"quiet_from": "7:00", "quiet_until": "7:00"}, "Enter another time"),
        ({"quiet_from": "late", "quiet_until": "7:00"}, "Enter a time such as 21:30"),
        ({"meetings": "weekly"}, "Choose one of the ways"),
    ],
)
def test_what_cannot_be_is_answered_kindly(as_, cast, fields, words):
    answer = as_(cast.ben).post(PAGE, typed(goals="off", **fields))

    assert (answer.status_code, words in answer.content.decode()) == (422, True)
    assert (b'value="off" selected' in answer.content, Preference.objects.count()) == (True, 0)


def test_nobody_chooses_for_another(cast):
    with pytest.raises(Forbidden):
        actions.choose(preference_of(cast.ben), by=cast.eve, ways={})
    chosen(cast.ben, goals=Way.OFF)
    assert not Preference.objects.visible_to(cast.eve).exists()


def test_what_waits_follows_a_new_choice(cast):
    told = [tell(cast.ben, kind="goal.set", text="x"), feedback(cast.ben, letter=None)]
    chosen(cast.ben, goals=Way.WEEKLY, news=Way.HERE)
    for one in told:
        one.refresh_from_db()

    assert [one.waits_for for one in told] == ["weekly", ""]


def link_in(letter):
    """The address that a mail program finds in the raw letter."""
    message = email.message_from_bytes(message_of(letter).as_bytes(), policy=default)
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    return message["List-Unsubscribe"].strip("<>")


def test_one_click_stops_that_kind_and_no_other(cast, letters, settings):
    settings.BASE_URL = "https://mentoring.a-rather-long-name.example.org"
    feedback(cast.ben)
    path = link_in(letters()[0]).removeprefix(settings.BASE_URL)
    program = Client(enforce_csrf_checks=True)

    assert program.get(path).status_code == 200
    assert Preference.objects.count() == 0  # whoever only looks changes nothing
    answer = program.post(
        path, "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded"
    )
    program.post(path)
    feedback(cast.ben)
    tell(cast.ben, kind="introduction.asked", text="x", letter=LINE)
    assert (answer.status_code, answer.cookies.get("session")) == (200, None)
    assert [letter.subject for letter in letters()] == ["Ada gave you feedback", "x"]
    assert [event.verb for event in Event.objects.all()] == ["notices.stopped"]
    assert Notice.objects.count() == 3  # it can still be read in the product


def test_the_link_stands_in_the_letter_too(cast, letters):
    feedback(cast.ben)
    letter = letters()[0]
    stop = stopping.address_of(cast.ben, "feedback")

    assert (f"Stop letters like this: {stop}" in letter.text, f'href="{stop}"' in letter.html) == (True, True)


@pytest.mark.parametrize("link", ["x", "{code}.feedback.", "{code}.nothing.{sign}", "{eve}.feedback.{sign}"])
def test_a_link_that_was_not_made_here_stops_nothing(client, cast, link):
    sign = stopping.link_of(cast.ben, "feedback").rpartition(".")[2]
    made = link.format(code=cast.ben.code, eve=cast.eve.code, sign=sign)

    assert client.post(f"/notices/stop/{made}/").status_code == 404
    assert Preference.objects.count() == 0


def test_stopping_the_daily_mail_stops_whatever_came_in_it(client, cast):
    waiting = tell(cast.ben, kind="goal.set", text="x")
    answer = client.post(f"/notices/stop/{stopping.link_of(cast.ben, 'daily')}/")
    waiting.refresh_from_db()

    assert ("The daily mail" in answer.content.decode(), waiting.waits_for) == (True, "")
    ways = Preference.objects.get().ways
    assert {ways[kind.name] for kind in every_kind() if kind.usual == Way.DAILY} == {Way.HERE}


def test_the_letters_that_always_come_offer_no_stop(cast, letters):
    Client().post("/accounts/password/reset/", {"email": cast.ben.email})

    assert [("List-Unsubscribe" in one.headers, "Stop letters" in one.text) for one in letters()] == [
        (False, False)
    ]


def test_nobody_tells_who_has_left(cast):
    cast.ben.is_active = False

    assert feedback(cast.ben) is None
    cast.ben.save()
    assert stopping.read(stopping.link_of(cast.ben, "goals")) is None
