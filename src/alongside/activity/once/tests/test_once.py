"""A form that is sent twice acts once and answers the same; a mended form can be sent again."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client

from alongside.accounts.organisations.models import Organisation
from alongside.accounts.persons.models import Person
from alongside.activity.once.models import Once
from alongside.kit.clock import now

FOUND = "/accounts/organisations/found/"
NEW = {"name": "Fern & Co", "kind": "company", "joining": "invited", "once": "one-token"}


def test_a_form_with_an_error_can_be_mended_and_sent_again(as_, cast):
    browser = as_(cast.eve)
    first = browser.post(FOUND, NEW | {"name": ""})
    second = browser.post(FOUND, NEW)

    assert (first.status_code, second.status_code, Once.objects.count()) == (422, 302, 1)


def test_two_people_do_not_share_a_mark(as_, cast):
    for person in (cast.eve, cast.ben):
        assert as_(person).post(FOUND, NEW).status_code == 302

    assert Organisation.objects.filter(name="Fern & Co").count() == 2


@pytest.mark.django_db(transaction=True)
def test_sent_twenty_times_at_once_it_acts_once():
    person = Person.objects.create(name="Eve", email="eve@example.org", agreed_conduct_at=now())

    def send(_number):
        browser = Client()
        browser.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        try:
            return browser.post(FOUND, NEW).url
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as threads:
        answers = set(threads.map(send, range(20)))

    assert (Organisation.objects.count(), len(answers)) == (1, 1)
