"""Kept queries: put into SQL once, filled in each time."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db.models import Value

from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.kit.kept import Kept

LONG_AGO = dt.datetime(2001, 1, 1, tzinfo=dt.UTC)


def test_a_kept_query_answers_each_time_for_its_values(cast, django_assert_num_queries):
    written = []

    def of(pk, name, since):
        written.append(pk)
        people = Person.objects.filter(pk=pk, name=name, created_at__gt=since)
        return people.select_related("key").prefetch_related("memberships__organisation")

    kept = Kept(of)
    with django_assert_num_queries(6):  # the person with the key, the memberships, the organisations; twice
        found = [[*kept(one.pk, one.name, LONG_AGO)] for one in (cast.ben, cast.eve)]
        assert [one.key.pk for rows in found for one in rows] == [cast.ben.key_id, cast.eve.key_id]

    assert found == [[cast.ben], [cast.eve]]
    assert [m.organisation for m in found[1][0].memberships.all()] == [cast.elsewhere, cast.circle]
    assert [*kept(cast.ben.pk, "Somebody else", LONG_AGO), *kept(cast.ben.pk, cast.ben.name, now())] == []
    assert len(written) == 1


def test_a_kept_query_can_give_plain_values(cast):
    kept = Kept(
        lambda day: Person.objects.filter(created_at__date__gt=day).order_by("name").values_list("name")
    )

    assert list(kept(dt.date(2001, 1, 1)))[:2] == [("Ada Lindqvist",), ("Ben Okafor",)]


@pytest.mark.parametrize(
    ("write", "words"),
    [
        (lambda _: Person.objects.filter(created_at__lt=now()), "may not keep a moment"),
        (lambda pk: Person.objects.filter(pk=pk + 1), "value 0 of .* is not in its SQL"),
        (
            lambda pk: Person.objects.annotate(one=Value(str(pk))).filter(one="1"),
            "value 0 of .* is not in its SQL",
        ),
    ],
)
def test_a_query_that_cannot_be_kept_says_so_at_once(db, write, words):
    with pytest.raises(TypeError, match=words):
        Kept(write)(1)


def test_what_was_kept_is_read_and_not_changed(cast):
    kept = Kept(lambda pk: Person.objects.filter(pk=pk))

    with pytest.raises(AttributeError):
        kept(cast.ben.pk).filter(name="Ben")
