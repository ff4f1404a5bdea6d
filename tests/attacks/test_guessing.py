"""Nobody learns who is here by asking, and nobody asks often."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import ScryptPasswordHasher
from django.core.cache import cache
from django.test import Client

from alongside.accounts.persons.models import Person

PASSWORD = "four plain words here"
TIMES: list[str] = []
"""One entry for each time that a password was worked on, which is all that takes long in signing in."""


class Counting(ScryptPasswordHasher):
    """The product's own hasher, counted."""

    def encode(self, *args: object, **kwargs: object) -> str:
        TIMES.append("encode")
        return super().encode(*args, **kwargs)


@pytest.fixture
def fay(cast, settings):
    cache.clear()
    settings.PASSWORD_HASHERS = [f"{__name__}.Counting"]
    person = Person.objects.create_user("fay@example.net", PASSWORD, name="Fay Weir", agreed_conduct_at=None)
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    TIMES.clear()
    return person


def worked(page: str, **typed: str) -> tuple[int, int, str]:
    """Send a form as a stranger: how often a password was worked on, the status, and where it leads."""
    TIMES.clear()
    answer = Client().post(f"/accounts/{page}/", typed)
    return len(TIMES), answer.status_code, answer.headers.get("Location", "")


def test_signing_in_takes_as_long_for_who_is_not_here(fay):
    unknown = worked("login", login="nobody@example.net", password="not the right password")

    assert unknown == worked("login", login=fay.email, password="not the right password")
    assert unknown[0] == 1


def test_a_closed_account_answers_like_none(fay):
    unknown = worked("login", login="nobody@example.net", password=PASSWORD)
    Person.objects.filter(pk=fay.pk).update(is_active=False)

    assert worked("login", login=fay.email, password="not the right password")[:2] == unknown[:2]


def test_signing_up_takes_as_long_for_who_is_here_already(fay):
    typed = {"name": "Fay", "password1": PASSWORD, "timezone": ""}

    assert worked("signup", email=fay.email, **typed) == worked("signup", email="new@example.net", **typed)


def test_asking_for_a_new_password_answers_alike(fay):
    assert worked("password/reset", email=fay.email) == worked("password/reset", email="nobody@example.net")


def test_trying_many_passwords_ends_soon_and_does_not_lock_the_owner_out_elsewhere(fay):
    here = {"REMOTE_ADDR": "203.0.113.9"}
    typed = [{"login": fay.email, "password": f"wrong number {n}"} for n in range(12)]
    tries = [Client().post("/accounts/login/", one, **here) for one in typed]

    assert any(b"Too many tries" in answer.content for answer in tries)
    assert len(TIMES) < 12


@pytest.mark.parametrize("page", ["login", "signup", "password/reset"])
def test_one_place_cannot_ask_for_ever(cast, page):
    """Each time for somebody else, so that only the place where it comes from can stop it."""
    cache.clear()
    typed = [{"login": f"a{n}@example.net", "email": f"a{n}@example.net", "password": "x"} for n in range(45)]
    answers = [Client().post(f"/accounts/{page}/", one, REMOTE_ADDR="203.0.113.9") for one in typed]

    assert answers[-1].status_code == 429 or b"Too many tries" in answers[-1].content


def test_a_place_cannot_be_made_up_by_a_header(fay):
    """Without a proxy that is named, what a request says of its origin is not believed."""
    page, typed = "/accounts/password/reset/", {"email": "x@example.net"}
    made_up = [{"x-forwarded-for": f"203.0.113.{n}"} for n in range(30)]
    answers = [Client().post(page, typed, headers=headers) for headers in made_up]

    assert answers[-1].status_code == 429
