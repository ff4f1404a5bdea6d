"""A coordinator brings a roster: columns recognised or mapped, all rows or none, a second one updates."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from alongside.accounts.invitations.models import Invitation
from alongside.accounts.memberships import actions as memberships
from alongside.accounts.memberships.models import Membership
from alongside.accounts.persons.models import Person
from alongside.kit.clock import now
from alongside.people.imports import timed
from alongside.people.imports.models import Import

ROSTER = """Name,E-Mail,Department,Manager
Ada Lindqvist,ada@example.org,Payments,cleo@example.org
Zoe New,ZOE@example.org,Search,ada@example.org
"""
SHEET = b"xl/worksheets/sheet1.xml"


def upload(browser, content: bytes | str, name: str = "people.csv"):
    body = content.encode() if isinstance(content, str) else content
    return browser.post(reverse("imports.roster"), {"file": SimpleUploadedFile(name, body)})


def address(verb: str) -> str:
    return reverse(f"imports.{verb}", args=[Import.objects.latest("pk").code])


def workbook() -> bytes:
    book = openpyxl.Workbook()
    for line in ROSTER.splitlines():
        book.active.append(line.split(","))
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def damaged() -> bytes:
    """A workbook of whose sheet some bytes were lost on the way."""
    whole = workbook()
    at = whole.index(SHEET) + len(SHEET) + 5
    return whole[:at] + b"\xff" * 12 + whole[at + 12 :]


def locked() -> bytes:
    """A workbook that says its sheet needs a password."""
    whole = workbook()
    at = whole.rindex(SHEET) - 46 + 8  # the flags in the list at the end
    return whole[:at] + bytes([whole[at] | 1]) + whole[at + 1 :]


@pytest.mark.parametrize(
    ("content", "name"), [(ROSTER, "r.csv"), (ROSTER.replace(",", ";"), "r.csv"), (workbook(), "r.xlsx")]
)
def test_a_roster_invites_who_is_new_and_places_who_is_here(as_, cast, content, name):
    browser = as_(cast.cleo)
    upload(browser, content, name)
    browser.post(address("apply"))

    ada = Membership.objects.get(person=cast.ada, organisation=cast.northwind)
    assert (ada.team, ada.manager) == ("Payments", cast.cleo)
    assert list(Invitation.objects.values_list("email", flat=True)) == ["zoe@example.org"]


@pytest.mark.parametrize(("who", "shown"), [("cleo", True), ("ben", False)])
def test_the_page_of_the_organisation_leads_to_the_roster(as_, cast, who, shown):
    page = as_(getattr(cast, who)).get(reverse("organisations.show", args=[cast.northwind.code]))

    assert (f'href="{reverse("imports.roster")}"' in page.content.decode()) == shown


def test_who_joins_later_is_placed_as_the_roster_said(as_, cast, tell_everyone):
    browser = as_(cast.cleo)
    upload(browser, ROSTER)
    browser.post(address("apply"))
    zoe = Person.objects.create(name="Zoe New", email="zoe@example.org", agreed_conduct_at=now())
    cast.northwind.joining = "open"
    cast.northwind.save()
    memberships.join(cast.northwind, by=zoe)
    tell_everyone()

    placed = Membership.objects.get(person=zoe)
    assert (placed.team, placed.manager) == ("Search", cast.ada)


def test_a_roster_that_was_left_lying_is_forgotten_after_two_weeks_and_an_applied_one_stays(as_, cast):
    browser = as_(cast.cleo)
    upload(browser, ROSTER)
    browser.post(address("apply"))
    upload(browser, ROSTER)
    preview = address("show")
    left = []
    for days in (13, 15):
        timed.forget_left(at=now() + dt.timedelta(days=days))
        left.append(Import.objects.count())

    assert left == [2, 1]
    assert Import.objects.get().applied_at
    assert browser.get(preview).status_code == 404


def test_a_second_roster_updates_instead_of_doubling(as_, cast):
    browser = as_(cast.cleo)
    for content in (ROSTER, ROSTER.replace("Payments", "Platform")):
        upload(browser, content)
        browser.post(address("apply"))

    assert Membership.objects.get(person=cast.ada, organisation=cast.northwind).team == "Platform"
    assert Invitation.objects.count() == 1


def test_columns_of_other_names_are_mapped(as_, cast):
    browser = as_(cast.cleo)
    upload(browser, "Wer,Wo,Adresse\nZoe,Suche,zoe@example.org\n")
    refused = browser.post(address("apply"))
    browser.post(address("columns"), {"email": 2, "name": 0, "team": 1, "manager": ""})
    browser.post(address("apply"))

    assert refused.status_code == 422
    assert list(Invitation.objects.values_list("email", flat=True)) == ["zoe@example.org"]


def test_no_column_for_the_address_is_said(as_, cast):
    browser = as_(cast.cleo)
    upload(browser, ROSTER)
    answer = browser.post(address("columns"), {"email": "", "name": 0})

    assert (answer.status_code, "Choose the column with the e-mail" in answer.content.decode()) == (422, True)


def test_one_wrong_row_stops_all_and_is_named(as_, cast):
    browser = as_(cast.cleo)
    upload(browser, ROSTER + "X,=1+1,,\nAda again,ada@example.org,,\nSelf,me@example.org,,me@example.org\n")
    answer = browser.post(address("apply"))
    told = browser.get(address("problems")).content.decode().splitlines()

    assert (answer.status_code, Invitation.objects.count()) == (422, 0)
    assert told == [
        "row,column,what to mend",
        "4,email,“=1+1” is not an e-mail address",
        "5,email,This address is in row 2 already",
        "6,manager,Nobody is their own manager",
    ]


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        ("", "r.csv", "The file is empty"),
        (",,\n", "r.csv", "no row of column names"),
        (b"PK\x03\x04 broken", "r.xlsx", "not a workbook that can be read"),
        (damaged(), "r.xlsx", "not a workbook that can be read"),
        (locked(), "r.xlsx", "not a workbook that can be read"),
        ("email\n" + "a@b.org\n" * 20_001, "r.csv", "more than 20,000 rows"),
        (",".join(f"c{n}" for n in range(200)), "r.csv", "no row of column names"),
    ],
    ids=["empty", "no header", "broken", "damaged", "locked", "long", "wide"],
)
def test_a_wrong_roster_gets_a_clear_error(as_, cast, content, name, told):
    answer = upload(as_(cast.cleo), content, name)

    assert (answer.status_code, told in answer.content.decode(), Import.objects.count()) == (422, True, 0)


@pytest.mark.parametrize("who", ["ada", "ben", "eve"])
def test_only_coordinators_and_administrators_bring_a_roster(as_, cast, who):
    assert as_(getattr(cast, who)).get(reverse("imports.roster")).status_code == 404
    assert upload(as_(getattr(cast, who)), ROSTER).status_code == 404


def test_a_coordinator_who_is_none_any_more_applies_nothing(as_, cast):
    browser = as_(cast.cleo)
    upload(browser, ROSTER)
    Membership.objects.filter(person=cast.cleo).update(roles=[])

    assert browser.post(address("apply")).status_code == 403
