"""A form changes what it shows and nothing else, and a page that is only looked at changes nothing."""

from __future__ import annotations

from collections import Counter
from copy import copy

from django.apps import apps
from django.db import models, transaction
from django.test import Client

from .database import codes, contents, high_numbers, without_chance, writes
from .sweeping import EVERYBODY, STRANGER, Form, filled, forms_of, pages, seats

READERS = (STRANGER, *EVERYBODY)
WRITE_WHEN_READ = {
    "account_email",  # allauth enters the address of an account that was made without its pages
    "me.show",  # an empty offer is made when it is first asked for
}
"""Addresses at which a GET may leave something behind, each for a reason."""


class Undone(Exception):
    """Takes a request's effects back."""


def test_looking_at_a_page_changes_nothing(world):
    changed, before = {}, {}
    for _label, name, _address, _answer in pages(world, ("the person",)):
        after = writes()
        if before and after != before and name not in WRITE_WHEN_READ:
            changed[name] = {table: count for table, count in after.items() if count != before.get(table)}
        before = after

    assert changed == {}


def extras(world) -> dict[str, list[str]]:
    """A key for every column of every table, and those that frameworks are often wrong about."""
    cast = world.cast
    guesses = {
        "is_staff": "on", "is_superuser": "on", "is_admin": "on", "admin": "1", "role": "administrator",
        "groups": "1", "user": cast.eve.code, "user_id": str(cast.eve.pk), "owner": cast.eve.code,
        "by": cast.eve.code, "mentee": cast.eve.code, "mentor": cast.eve.code, "_method": "DELETE",
        "participants": cast.eve.code, "password": "a password of mine", "pk": "1", "id": "1",
    }  # fmt: skip
    for model in apps.get_models():
        for field in model._meta.fields if model.__module__.startswith("alongside.") else ():
            guesses.setdefault(field.name, guess(field, world))
            if field.is_relation:
                guesses.setdefault(f"{field.name}_id", str(cast.elsewhere.pk))
    return {name: [value] for name, value in guesses.items()}


def guess(field: models.Field, world) -> str:
    """Something that the column would take, and that would matter."""
    if field.is_relation:
        other = {"organisation": world.cast.elsewhere}.get(field.name, world.cast.eve)
        return str(other.code)
    if isinstance(field, models.BooleanField):
        return "on"
    if isinstance(field, models.DateField):
        return "2020-01-01"
    if isinstance(field, models.IntegerField):
        return "3"
    return str(field.choices[-1][0]) if field.choices else "haxed"


def sent(browser: Client, form: Form, more: dict[str, list[str]]) -> tuple[int, Counter[tuple[str, str]]]:
    """Send the form with more in it; the answer, and the rows that there are then. All is taken back."""
    cookies = copy(browser.cookies)
    try:
        with transaction.atomic():
            status = browser.post(form.action, {**more, **filled(form, "A few plain words")}).status_code
            rows = contents()
            raise Undone
    except Undone:
        browser.cookies = cookies
        return status, rows


def test_what_a_form_does_not_show_it_does_not_change(world, letters):
    more = extras(world)
    browsers = seats(world, READERS)
    done, forms, start = Counter(), forms_of(world), contents()
    known = codes(start)
    different = {}
    with high_numbers():
        for form in forms:
            hidden = {name: value for name, value in more.items() if name not in form.fields}
            plain = sent(browsers[form.label], form, {})
            extra = sent(browsers[form.label], form, hidden)
            done[extra[0]] += 1
            plain_rows, extra_rows = (without_chance(rows - start, known) for _status, rows in (plain, extra))
            if (plain[0], plain_rows) != (extra[0], extra_rows):
                different[form.action] = (extra_rows - plain_rows) + (plain_rows - extra_rows)

    assert different == {}
    assert (len(more) > 150, done[302] > 40) == (True, True), (len(more), done)
