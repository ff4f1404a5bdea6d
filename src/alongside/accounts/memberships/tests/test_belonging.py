"""Join, leave, get roles, be placed in a team."""

from __future__ import annotations

import pytest

from alongside.accounts.memberships import actions, queries
from alongside.accounts.memberships.models import Membership
from alongside.accounts.organisations.models import Organisation
from alongside.activity.events.models import Event
from alongside.kit.errors import Forbidden, Refused


def of(person, organisation):
    return Membership.objects.get(person=person, organisation=organisation, left_at=None)


def verbs():
    return list(Event.objects.order_by("pk").values_list("verb", flat=True))


def test_anyone_joins_an_open_organisation(as_, cast):
    answer = as_(cast.ben).post(f"/accounts/memberships/join/{cast.circle.code}/")

    assert (answer.status_code, of(cast.ben, cast.circle).roles) == (302, [])
    assert verbs() == ["membership.joined"]


def test_nobody_joins_a_closed_one_or_twice(as_, cast):
    cast.northwind.joining = Organisation.Joining.OPEN
    cast.northwind.save()

    assert as_(cast.eve).post(f"/accounts/memberships/join/{cast.elsewhere.code}/").status_code == 403
    assert as_(cast.ben).post(f"/accounts/memberships/join/{cast.elsewhere.code}/").status_code == 404
    assert as_(cast.ben).post(f"/accounts/memberships/join/{cast.northwind.code}/").status_code == 422


def test_one_leaves_and_the_membership_stays_as_a_record(as_, cast):
    membership = of(cast.ben, cast.northwind)
    browser = as_(cast.ben)

    assert browser.get(f"/accounts/memberships/{membership.code}/leave/").status_code == 200
    assert browser.post(f"/accounts/memberships/{membership.code}/leave/").status_code == 302
    membership.refresh_from_db()
    assert (membership.left_at is not None, verbs()) == (True, ["membership.left"])
    assert browser.get(f"/accounts/organisations/{cast.northwind.code}/").status_code == 404


def test_who_has_left_can_come_back(cast):
    actions.leave(of(cast.ada, cast.circle), by=cast.ada)
    actions.join(cast.circle, by=cast.ada)

    assert Membership.objects.filter(person=cast.ada, organisation=cast.circle).count() == 2


def test_the_last_administrator_stays_until_there_is_another(as_, cast):
    membership = of(cast.dev, cast.northwind)
    page = as_(cast.dev).post(f"/accounts/memberships/{membership.code}/leave/")

    assert (page.status_code, b"only administrator" in page.content) == (422, True)
    actions.give_roles(of(cast.cleo, cast.northwind), ["administrator"], by=cast.dev)
    actions.leave(membership, by=cast.dev)


def test_the_only_member_may_leave(cast):
    lonely = of(cast.eve, cast.elsewhere)
    lonely.roles = ["administrator"]
    lonely.save()

    actions.leave(lonely, by=cast.eve)

    assert lonely.left_at is not None


@pytest.mark.parametrize(("who", "status"), [("cleo", 403), ("ada", 403), ("eve", 404), ("dev", 302)])
def test_only_an_administrator_ends_the_membership_of_another(as_, cast, who, status):
    url = f"/accounts/memberships/{of(cast.ben, cast.northwind).code}/leave/"

    assert as_(getattr(cast, who)).post(url).status_code == status


def test_a_membership_ends_once(cast):
    membership = of(cast.ben, cast.northwind)
    actions.leave(membership, by=cast.ben)

    for act in (
        lambda: actions.leave(membership, by=cast.dev),
        lambda: actions.give_roles(membership, [], by=cast.dev),
        lambda: actions.place(membership, None, "", by=cast.dev),
    ):
        with pytest.raises(Refused):
            act()


def test_an_administrator_gives_roles(as_, cast):
    membership = of(cast.ben, cast.northwind)
    url = f"/accounts/memberships/{membership.code}/roles/"
    browser = as_(cast.dev)

    assert browser.get(url).status_code == 200
    assert browser.post(url, {"roles": ["coordinator"]}).status_code == 302
    membership.refresh_from_db()
    assert (membership.is_coordinator, membership.is_administrator) == (True, False)
    assert verbs() == ["membership.roles_given"]
    assert browser.post(url, {"roles": ["owner"]}).status_code == 422


@pytest.mark.parametrize(("who", "status"), [("cleo", 403), ("ben", 403), ("eve", 404)])
@pytest.mark.parametrize("page", ["roles", "place"])
def test_roles_and_places_are_not_for_everybody(as_, cast, who, status, page):
    url = f"/accounts/memberships/{of(cast.ben, cast.northwind).code}/{page}/"
    expected = 302 if (who, page) == ("cleo", "place") else status

    assert as_(getattr(cast, who)).post(url, {"team": "Payments"}).status_code == expected


def test_the_last_administrator_cannot_give_the_role_away(as_, cast):
    url = f"/accounts/memberships/{of(cast.dev, cast.northwind).code}/roles/"

    assert as_(cast.dev).post(url, {"roles": ["coordinator"]}).status_code == 422


def test_a_coordinator_places_a_member(as_, cast):
    membership = of(cast.ben, cast.northwind)
    url = f"/accounts/memberships/{membership.code}/place/"
    browser = as_(cast.cleo)

    assert browser.get(url).status_code == 200
    assert (
        browser.post(url, {"team": " Payments  and cards", "manager": "ADA@example.org"}).status_code == 302
    )
    membership.refresh_from_db()
    assert (membership.team, membership.manager) == ("Payments and cards", cast.ada)
    assert (queries.manages(cast.ada, cast.ben), verbs()) == (True, ["membership.placed"])


@pytest.mark.parametrize(
    ("manager", "says"),
    [
        ("eve@example.org", "Enter the address of a member of this organisation"),
        ("nobody", "Enter an email address like name@example.org"),
        ("ben@example.org", "Nobody is their own manager"),
    ],
)
def test_a_manager_is_another_member(as_, cast, manager, says):
    url = f"/accounts/memberships/{of(cast.ben, cast.northwind).code}/place/"
    answer = as_(cast.cleo).post(url, {"team": "A team name that is long", "manager": manager})

    assert (answer.status_code, says in answer.content.decode()) == (422, True)
    assert "A team name that is long" in answer.content.decode()


def test_reporting_lines_make_no_circle(cast):
    actions.place(of(cast.ben, cast.northwind), cast.ada, "", by=cast.cleo)
    actions.place(of(cast.ada, cast.northwind), cast.dev, "", by=cast.cleo)

    with pytest.raises(Refused, match="circle"):
        actions.place(of(cast.dev, cast.northwind), cast.ben, "", by=cast.cleo)
    with pytest.raises(Refused, match="must be a member"):
        actions.place(of(cast.dev, cast.northwind), cast.eve, "", by=cast.cleo)
    with pytest.raises(Forbidden):
        actions.place(of(cast.dev, cast.northwind), None, "", by=cast.ben)


def test_who_belongs_where(cast):
    assert [one.name for one in queries.organisations_of(cast.ada)] == ["Northwind", "Product Circle"]
    assert queries.coordinators_of([cast.northwind, cast.circle]) == [cast.cleo]
    assert queries.membership_of(cast.ben, cast.circle) is None
