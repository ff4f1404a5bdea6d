"""A session says in one query who is asking, and lets nobody in whom Django would not."""

from __future__ import annotations

import datetime as dt
from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth import BACKEND_SESSION_KEY
from django.contrib.sessions.backends import db as old
from django.contrib.sessions.models import Session as OldSession

from alongside.accounts.sessions.models import Session
from alongside.accounts.sessions.queries import asking
from alongside.accounts.sessions.store import SessionStore
from alongside.activity.notices.telling import tell
from alongside.kit.clock import now


@pytest.fixture
def browser(as_, cast):
    """Ada's, signed in."""
    return as_(cast.ada)


def test_who_is_asking_comes_with_the_session(browser, cast, django_assert_num_queries):
    tell(cast.ada, kind="test", text="One", url="/")
    cast.ben.memberships.update(left_at=now())
    row = Session.objects.get()

    with django_assert_num_queries(1):
        found = asking(row.session_key, now())
        assert [m.organisation.name for m in found.memberships] == ["Northwind", "Product Circle"]
        assert [m.person for m in found.memberships] == [cast.ada] * 2

    assert (row.person, found.person, found.unread) == (cast.ada, cast.ada, 1)
    assert row.get_session_store_class() is SessionStore


def test_who_left_everywhere_is_still_somebody(as_, cast):
    as_(cast.ben)
    cast.ben.memberships.update(left_at=now())

    found = asking(Session.objects.get().session_key, now())

    assert (found.person, found.memberships, found.unread) == (cast.ben, [], 0)


def test_a_stranger_s_session_is_nobody_s_and_one_that_is_over_is_none(cast):
    stranger = SessionStore()
    stranger["seen"] = "yes"
    stranger.save()

    found = asking(stranger.session_key, now())

    assert (found.person, found.memberships, SessionStore(stranger.session_key)["seen"]) == (None, [], "yes")
    assert asking(stranger.session_key, now() + dt.timedelta(days=30)) is None
    assert SessionStore("x" * 32).load() == {}


@pytest.mark.parametrize("break_it", ["password", "account", "backend"])
def test_whatever_is_not_right_about_a_session_ends_it(browser, cast, break_it):
    assert browser.get("/today/").status_code == 200
    if break_it == "password":
        cast.ada.set_password("another one that is long enough")
        cast.ada.save()
    elif break_it == "account":
        cast.ada.is_active = False
        cast.ada.save()
    else:
        session = browser.session
        session[BACKEND_SESSION_KEY] = "somewhere.else.Backend"
        session.save()

    assert browser.get("/today/").status_code == 302
    assert browser.get("/today/")["Location"].startswith("/accounts/login/")


def test_a_row_that_names_another_person_lends_nothing_of_theirs(browser, cast):
    Session.objects.update(person=cast.eve)

    asked = browser.get("/accounts/settings/").context["request"]

    assert (asked.person, asked.memberships) == (cast.ada, [])


def test_sessions_of_the_first_version_are_brought_along(cast):
    for person in (cast.ada.pk, None, 10_000_000):
        session = old.SessionStore()
        session["seen"] = "yes"
        if person:
            session["_auth_user_id"] = str(person)
        session.save()

    import_module("alongside.accounts.migrations.0002_sessions").bring_along(apps, None)

    assert sorted(Session.objects.values_list("person", flat=True), key=str) == [cast.ada.pk, None]
    assert SessionStore(Session.objects.get(person=cast.ada).session_key)["seen"] == "yes"
    assert not OldSession.objects.exists()
