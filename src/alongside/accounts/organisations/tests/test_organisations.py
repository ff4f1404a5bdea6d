"""Found an organisation, change it, see who is in it, and look through another one."""

from __future__ import annotations

import pytest

from alongside.accounts.memberships.models import Membership
from alongside.accounts.organisations.models import Organisation
from alongside.activity.events.models import Event

INDEX = "/accounts/organisations/"
NEW = {"name": "Fern & Co", "kind": "company", "about": "We make lamps.", "joining": "invited"}


def verbs():
    return list(Event.objects.order_by("pk").values_list("verb", flat=True))


def test_the_founder_coordinates_and_administers(as_, cast):
    answer = as_(cast.eve).post(f"{INDEX}found/", NEW)

    made = Organisation.objects.get(name="Fern & Co")
    membership = Membership.objects.get(organisation=made)
    assert (answer.status_code, answer.url) == (302, f"{INDEX}{made.code}/")
    assert (membership.person, membership.roles) == (cast.eve, ["coordinator", "administrator"])
    assert verbs() == ["organisation.founded"]


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"name": "  "}, "Enter the name of the organisation"),
        ({"name": "x" * 121}, "Name must be 120 characters or less"),
        ({"kind": ""}, "Select company or community"),
        ({"about": "y" * 2001}, "must be 2,000 characters or less"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(as_, cast, wrong, says):
    answer = as_(cast.eve).post(f"{INDEX}found/", NEW | wrong)
    page = answer.content.decode()

    assert (answer.status_code, says in page, "There is a problem" in page) == (422, True, True)
    assert (wrong.get("about", "We make lamps.") in page, verbs()) == (True, [])


def test_sent_twice_is_founded_once(as_, cast):
    browser = as_(cast.eve)
    answers = [browser.post(f"{INDEX}found/", NEW | {"once": "token-1"}) for _time in range(2)]

    assert Organisation.objects.filter(name="Fern & Co").count() == 1
    assert answers[0].url == answers[1].url


def test_an_administrator_changes_it(as_, cast):
    url = f"{INDEX}{cast.northwind.code}/change/"
    answer = as_(cast.dev).post(url, {"name": "Northwind Ltd", "about": "", "joining": "open"})

    cast.northwind.refresh_from_db()
    assert (answer.status_code, cast.northwind.name, cast.northwind.joining) == (302, "Northwind Ltd", "open")
    assert verbs() == ["organisation.changed"]
    assert as_(cast.dev).post(url, {"name": "", "joining": "open"}).status_code == 422


@pytest.mark.parametrize(("who", "status"), [("ben", 403), ("cleo", 403), ("eve", 404)])
@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_else_changes_it(as_, cast, who, status, method):
    url = f"{INDEX}{cast.northwind.code}/change/"

    assert getattr(as_(getattr(cast, who)), method)(url, NEW).status_code == status


def test_members_see_each_other_and_strangers_see_nobody(as_, cast):
    inside = as_(cast.ada).get(f"{INDEX}{cast.northwind.code}/").content.decode()
    open_one = as_(cast.ben).get(f"{INDEX}{cast.circle.code}/").content.decode()

    assert ("Ben Okafor" in inside, "Eve Novak" in inside) == (True, False)
    assert ("Product Circle" in open_one, "Eve Novak" in open_one, "Join" in open_one) == (True, False, True)
    assert as_(cast.eve).get(f"{INDEX}{cast.northwind.code}/").status_code == 404


def test_members_are_found_by_name_or_team(as_, cast):
    Membership.objects.filter(person=cast.ben).update(team="Payments")
    browser = as_(cast.ada)

    def shown(words):
        page = browser.get(f"{INDEX}{cast.northwind.code}/", {"words": words}, headers={"HX-Request": "true"})
        return [name for name in ("Ada", "Ben", "Cleo", "Dev") if f">{name} " in page.content.decode()]

    assert (shown("okaf"), shown("payments"), shown("nobody")) == (["Ben"], ["Ben"], [])


def test_the_list_costs_the_same_however_long(as_, cast, django_assert_num_queries):
    browser = as_(cast.ada)
    for _size in (1, 2):
        with django_assert_num_queries(6):
            browser.get(f"{INDEX}{cast.northwind.code}/")
        for number in range(5):
            person = type(cast.ada).objects.create(
                email=f"{number}-{_size}@example.org", name="Member Number"
            )
            Membership.objects.create(person=person, organisation=cast.northwind, manager=cast.ada)


def test_one_looks_through_the_membership_that_one_chose(as_, cast):
    browser = as_(cast.ada)
    membership = Membership.objects.get(person=cast.ada, organisation=cast.circle)

    assert browser.get(INDEX).context["request"].membership.organisation == cast.northwind
    assert browser.post(f"{INDEX}switch/{membership.code}/").status_code == 302
    assert browser.get(INDEX).context["request"].membership.organisation == cast.circle


def test_nobody_looks_through_somebody_elses_membership(as_, cast):
    other = Membership.objects.get(person=cast.eve, organisation=cast.elsewhere)

    assert as_(cast.ada).post(f"{INDEX}switch/{other.code}/").status_code == 404


@pytest.mark.parametrize("page", ["1", "999999999", "-1", "x"])
def test_any_page_number_is_answered(as_, cast, page):
    assert as_(cast.ben).get(INDEX, {"page": page}).status_code == 200


def test_who_belongs_nowhere_is_told_how_to_begin(as_, cast):
    Membership.objects.filter(person=cast.ben).delete()

    assert b"You belong to none yet" in as_(cast.ben).get(INDEX).content


def test_a_character_that_cannot_be_kept_is_passed_over_in_the_search(as_, cast):
    answer = as_(cast.cleo).get(f"{INDEX}{cast.northwind.code}/", {"words": "\x00Ada"})

    assert (answer.status_code, b"Ada Lindqvist" in answer.content) == (200, True)
