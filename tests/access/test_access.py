"""The access matrix: every route × method × person, generated, and written down in docs/access.md."""

from __future__ import annotations

import os
from copy import copy
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, reverse

from .routes import Route, every_route
from .world import ABOUT_A_MENTOR, PEOPLE, PRIVATE, PUBLIC, addresses, build

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "access.md"
METHODS = ("GET", "POST")
HEAD = """# Who may reach what

Generated from the address map by `tests/access`; the test fails when an answer changes or a route is missing here.
The objects in the addresses belong to Ben (a mentee) and Ada (his mentor). `200` is the page, `302` goes on (for a
stranger: to sign in), `403` is not yours to do, `404` does not exist for you, `405` is the wrong method, `422` is a
form that says what is missing.

"""


class Undone(Exception):
    """Raised to take a request's changes back."""


def answer(browser: Client, method: str, address: str) -> str:
    """The status of one request, whose changes are taken back: those of the database and of the cookies."""
    kept = copy(browser.cookies)
    try:
        with transaction.atomic():
            response = browser.generic(method, address)
            status = str(response.status_code)
            if response.status_code == 302 and "/login/" in response.headers["Location"]:
                status = "sign in"
            raise Undone
    except Undone:
        return status
    finally:
        browser.cookies = kept


def browsers(world) -> dict[str, Client]:
    """A browser for everybody; the stranger's is signed out."""
    made = {"signed out": Client(raise_request_exception=False)}
    for label, person in world.people.items():
        made[label] = Client(raise_request_exception=False)
        made[label].force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return made


@pytest.fixture
def matrix(db, cast) -> dict[tuple[Route, str], dict[str, str]]:
    """Every answer to everybody."""
    world = build(cast)
    seats = browsers(world)
    return {
        (route, method): {label: answer(seats[label], method, address) for label in PEOPLE}
        for route in every_route()
        for address in [addresses(route, world)]
        for method in METHODS
    }


def written(matrix) -> str:
    """The matrix as a document."""
    lines = [f"| route | method | {' | '.join(PEOPLE)} |", "| --- |" + " --- |" * (len(PEOPLE) + 1)]
    for (route, method), answers in matrix.items():
        cells = " | ".join(answers[label] for label in PEOPLE)
        lines.append(f"| `{route.name}` | {method} | {cells} |")
    return HEAD + "\n".join(lines) + "\n"


def test_everybody_reaches_what_is_theirs_and_nothing_else(matrix):
    crashed = [key for key, answers in matrix.items() if any(a.startswith("5") for a in answers.values())]
    open_doors = [
        (route.name, method, answers["signed out"])
        for (route, method), answers in matrix.items()
        if route.name not in PUBLIC and answers["signed out"] not in {"sign in", "405"}
    ]
    leaks = [
        (route.name, method, label, answers[label])
        for (route, method), answers in matrix.items()
        if route.parameters and route.name.split(".")[0] in PRIVATE
        if route.name not in ABOUT_A_MENTOR | PUBLIC
        for label in ("same organisation", "coordinator", "administrator", "another organisation")
        if answers[label] not in {"404", "405"}
    ]

    if os.environ.get("ALONGSIDE_WRITE_DOCS"):
        DOCUMENT.write_text(written(matrix))
    assert crashed == []
    assert open_doors == []
    assert leaks == []
    assert DOCUMENT.read_text() == written(matrix)


def test_every_route_can_be_addressed(db, cast):
    world = build(cast)
    missing = []
    for route in every_route():
        try:
            addresses(route, world)
        except (KeyError, NoReverseMatch):
            missing.append(route.name)

    assert missing == []


def test_the_sign_in_page_is_where_strangers_are_sent(client, db):
    response = client.get(reverse("today"))

    assert response.headers["Location"] == f"{reverse('account_login')}?next={reverse('today')}"
