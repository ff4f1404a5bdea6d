"""Whoever comes first sets the instance up; of two at once, one is first."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client

from alongside.accounts.memberships.models import Membership
from alongside.accounts.persons.models import Person

ANSWERS = {
    "name": "Dev Raman",
    "email": "dev@example.org",
    "password": "four plain words here",
    "organisation": "Northwind",
    "kind": "company",
    "conduct": "on",
    "timezone": "Asia/Kolkata",
}


def test_the_first_person_runs_the_instance(db, client):
    assert client.get("/").url == "/setup/"
    assert b"Set up Alongside" in client.get("/setup/").content
    answer = client.post("/setup/", ANSWERS)

    dev = Person.objects.get()
    assert (answer.status_code, dev.runs_instance, dev.timezone, dev.agreed_conduct_version) == (
        302,
        True,
        "Asia/Kolkata",
        "1",
    )
    assert Membership.objects.get(person=dev).roles == ["coordinator", "administrator"]
    assert client.get("/accounts/settings/").status_code == 200


def test_when_somebody_is_here_there_is_nothing_to_set_up(cast, client):
    assert client.get("/setup/").url == "/accounts/login/"
    assert client.post("/setup/", ANSWERS | {"email": "evil@example.org"}).status_code == 422
    assert not Person.objects.filter(email="evil@example.org").exists()


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"name": ""}, "Enter your name"),
        ({"email": "dev"}, "Enter an email address like name@example.org"),
        ({"password": "short"}, "Password must be 15 characters or more"),
        ({"organisation": ""}, "Enter the name of your organisation"),
        ({"conduct": ""}, "Read the code of conduct and agree to it"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(db, client, wrong, says):
    answer = client.post("/setup/", ANSWERS | wrong)
    page = answer.content.decode()

    assert (answer.status_code, says in page, "Northwind" in page or "organisation" in wrong) == (
        422,
        True,
        True,
    )
    assert (ANSWERS["password"] in page, Person.objects.exists()) == (False, False)


@pytest.mark.django_db(transaction=True)
def test_of_ten_who_come_first_at_once_one_is_first():
    def come(number):
        try:
            return Client().post("/setup/", ANSWERS | {"email": f"dev-{number}@example.org"}).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(5) as threads:
        answers = sorted(threads.map(come, range(10)))

    assert (answers, Person.objects.count()) == ([302] + [422] * 9, 1)
