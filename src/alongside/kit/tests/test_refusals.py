"""What two who press at the same moment do to each other is answered with a sentence; a fault of ours is not."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, IntegrityError, connection
from django.db.transaction import atomic
from django.test import RequestFactory
from django.urls import resolve

from alongside.accounts.memberships.models import Membership
from alongside.accounts.persons.models import Person
from alongside.kit.middleware.refusals import GONE, TWICE, Refusals


def gone(cast):
    Membership.objects.get(pk=0)


def unsaved(cast):
    membership = Membership.objects.get(person=cast.ben)
    Membership.objects.filter(pk=membership.pk).delete()
    membership.save(update_fields=["team"])


def twice(cast):
    Person.objects.create(name="Ben", email=cast.ben.email)


def no_part(cast):
    _ = cast.ben.imprint  # of a person who has none


def nonsense(cast):
    with connection.cursor() as cursor:
        cursor.execute("select nothing")


def impossible(cast):
    Person.objects.create(name="Ben", email="b@example.org", key_id=None)


def answered(cast, work, method):
    request = getattr(RequestFactory(), method)("/accounts/organisations/")
    request.user, request.csp_nonce = cast.ben, ""
    request.person, request.organisation = cast.ben, None
    request.resolver_match = resolve(request.path)
    try:
        with atomic():
            work(cast)
    except (
        Person.DoesNotExist,
        Membership.DoesNotExist,
        AttributeError,
        DatabaseError,
        IntegrityError,
    ) as no:
        return Refusals(lambda _request: None).process_exception(request, no)


@pytest.mark.parametrize(("work", "told"), [(gone, GONE), (unsaved, GONE), (twice, TWICE)])
def test_what_another_did_in_the_same_moment_is_said(cast, caplog, work, told):
    answer = answered(cast, work, "post")

    assert (answer.status_code, str(told) in answer.text) == (422, True)
    assert "Two at once at organisations.index" in caplog.text
    assert cast.ben.email not in caplog.text


@pytest.mark.parametrize(
    ("work", "method"),
    [(gone, "get"), (twice, "get"), (no_part, "post"), (nonsense, "post"), (impossible, "post")],
)
def test_a_fault_of_ours_stays_one(cast, work, method):
    assert answered(cast, work, method) is None
