"""Invite by mail, follow the link, accept; and every way in which a link is too old."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from allauth.account.models import EmailAddress

from alongside.accounts.invitations import actions
from alongside.accounts.invitations.models import Invitation
from alongside.accounts.memberships.models import Membership
from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.kit.clock import now
from alongside.kit.errors import Forbidden, Refused


@pytest.fixture
def fay(cast):
    person = Person.objects.create_user("fay@example.net", None, name="Fay Weir", agreed_conduct_at=now())
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person


def page_of(organisation):
    return f"/accounts/invitations/of/{organisation.code}/"


def link_of(letter):
    return re.search(r"(/accounts/invitations/link/\S+)", letter.text)[1]


def test_a_coordinator_invites_and_the_guest_joins(as_, cast, fay, letters):
    browser = as_(cast.cleo)
    assert browser.get(page_of(cast.northwind)).status_code == 200
    assert browser.post(page_of(cast.northwind), {"email": "Fay@Example.net"}).status_code == 302
    letter = letters(to="fay@example.net")[0]
    link = link_of(letter)

    guest = as_(fay)
    assert letter.subject == "Cleo Marchetti invites you to Northwind on Alongside"
    assert "You are invited to Northwind" in guest.get(link).content.decode()
    assert Membership.objects.filter(person=fay).count() == 0  # only looking changes nothing
    assert guest.get(f"{link}accept/").status_code == 405
    assert guest.post(f"{link}accept/").status_code == 302
    assert Membership.objects.get(person=fay).organisation == cast.northwind
    assert list(Event.objects.order_by("pk").values_list("verb", flat=True)) == [
        "invitation.sent",
        "invitation.accepted",
        "membership.joined",
    ]


def test_only_a_digest_of_the_link_is_kept(cast):
    invitation, token = actions.invite(cast.northwind, "fay@example.net", by=cast.cleo)

    assert token not in str(invitation.__dict__)


def test_the_link_proves_the_address_of_who_signs_up(cast, client, letters):
    actions.invite(cast.northwind, "gil@example.net", by=cast.cleo)
    link = link_of(letters()[0])
    page = client.get(link).content.decode()
    client.post(
        "/accounts/signup/",
        {"name": "Gil", "email": "gil@example.net", "password1": "four plain words here", "next": link},
    )

    assert f"/accounts/signup/?next={link}" in page
    assert EmailAddress.objects.get(email="gil@example.net").verified
    assert len(letters(to="gil@example.net")) == 1  # no second letter to confirm what is known


@pytest.mark.parametrize("left", ["no role", "gone", "closed"])
def test_who_administers_no_more_leaves_no_way_back_in(cast, fay, left):
    _invitation, token = actions.invite(cast.northwind, fay.email, ["administrator"], by=cast.dev)
    _plain, plain = actions.invite(cast.elsewhere, fay.email, by=_coordinator(cast))
    if left == "closed":
        Person.objects.filter(pk=cast.dev.pk).update(is_active=False)
    changed = {"no role": {"roles": ["coordinator"]}, "gone": {"left_at": now()}, "closed": {}}[left]
    Membership.objects.filter(person=cast.dev).update(**changed)

    with pytest.raises(Refused, match="gives no roles here any more"):
        actions.accept(token, by=fay)
    assert actions.accept(plain, by=fay).roles == []
    assert Membership.objects.filter(person=fay, organisation=cast.northwind).count() == 0


def _coordinator(cast):
    Membership.objects.filter(person=cast.eve).update(roles=["coordinator"])
    return cast.eve


@pytest.mark.parametrize(("who", "status"), [("ben", 403), ("ada", 403), ("eve", 404)])
@pytest.mark.parametrize("method", ["get", "post"])
def test_others_do_not_invite(as_, cast, who, status, method):
    answer = getattr(as_(getattr(cast, who)), method)(page_of(cast.northwind), {"email": "fay@example.net"})

    assert (answer.status_code, Invitation.objects.count()) == (status, 0)


def test_only_an_administrator_invites_to_a_role(as_, cast, fay):
    with pytest.raises(Forbidden):
        actions.invite(cast.northwind, fay.email, ["administrator"], by=cast.cleo)

    as_(cast.cleo).post(page_of(cast.northwind), {"email": fay.email, "roles": ["administrator"]})
    assert Invitation.objects.get().roles == []  # a field that the page does not offer is not read

    as_(cast.dev).post(page_of(cast.northwind), {"email": fay.email, "roles": ["coordinator"]})
    assert Invitation.objects.latest("pk").roles == ["coordinator"]


@pytest.mark.parametrize(
    ("email", "says"),
    [
        ("", "Enter the email address of the person to invite"),
        ("fay", "Enter an email address like name@example.org"),
        ("fay@example.net\nBcc: all@example.net", "Enter an email address like name@example.org"),
        ("ben@example.org", "This person is a member already."),
    ],
)
def test_a_wrong_address_is_answered_kindly(as_, cast, email, says):
    answer = as_(cast.cleo).post(page_of(cast.northwind), {"email": email})

    assert (answer.status_code, says in answer.content.decode()) == (422, True)


def test_a_new_invitation_replaces_the_older_one(cast, fay):
    _first, old = actions.invite(cast.northwind, fay.email, by=cast.cleo)
    _second, new = actions.invite(cast.northwind, fay.email, by=cast.cleo)

    with pytest.raises(Refused, match="taken back"):
        actions.accept(old, by=fay)
    actions.accept(new, by=fay)


def test_fifty_an_hour_are_enough(cast):
    for number in range(actions.AT_MOST_AN_HOUR):
        actions.invite(cast.northwind, f"guest-{number}@example.net", by=cast.cleo)

    with pytest.raises(Refused, match="50 invitations"):
        actions.invite(cast.northwind, "one-more@example.net", by=cast.cleo)


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        ({"expires_at": now() - dt.timedelta(seconds=1)}, "older than 14 days"),
        ({"withdrawn_at": now()}, "taken back"),
        ({"accepted_at": now()}, "has been used"),
        ({"token_digest": "0" * 64}, "do not know this link"),
    ],
)
def test_a_link_that_does_not_work_any_more_says_why(as_, cast, fay, client, spoil, says):
    _invitation, token = actions.invite(cast.northwind, fay.email, by=cast.cleo)
    Invitation.objects.update(**spoil)
    link = f"/accounts/invitations/link/{token}/"

    for page in (as_(fay).post(f"{link}accept/"), as_(fay).get(link), client.get(link)):
        assert (page.status_code, says in page.content.decode()) == (422, True)
    assert Membership.objects.filter(person=fay).count() == 0


def test_a_double_click_joins_once(as_, cast, fay):
    _invitation, token = actions.invite(cast.northwind, fay.email, by=cast.cleo)
    browser = as_(fay)
    url = f"/accounts/invitations/link/{token}/accept/"
    answers = [browser.post(url, {"once": "one"}) for _click in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert Membership.objects.filter(person=fay).count() == 1


def test_a_roster_may_be_longer_than_an_hours_invitations(cast):
    for number in range(actions.AT_MOST_AN_HOUR + 1):
        actions.invite(cast.northwind, f"guest-{number}@example.net", by=cast.cleo, from_roster=True)

    assert Invitation.objects.count() == actions.AT_MOST_AN_HOUR + 1


def test_somebody_elses_invitation_is_refused(as_, cast, fay):
    _invitation, token = actions.invite(cast.northwind, "gil@example.net", by=cast.cleo)
    answer = as_(fay).post(f"/accounts/invitations/link/{token}/accept/")

    assert (answer.status_code, b"sent to another address" in answer.content) == (422, True)
    assert (b"gil@example.net" in answer.content, Membership.objects.filter(person=fay).count()) == (False, 0)


def test_an_address_that_is_not_confirmed_accepts_nothing(cast, fay):
    EmailAddress.objects.create(user=fay, email="gil@example.net", verified=False)
    _invitation, token = actions.invite(cast.northwind, "gil@example.net", by=cast.cleo)

    with pytest.raises(Refused):
        actions.accept(token, by=fay)


def test_accepting_adds_roles_to_a_membership(cast, fay):
    Membership.objects.create(person=fay, organisation=cast.circle, roles=["coordinator"])
    Membership.objects.create(person=cast.dev, organisation=cast.circle, roles=["administrator"])
    EmailAddress.objects.create(user=fay, email="fay@other.example", verified=True)
    _invitation, token = actions.invite(cast.circle, "fay@other.example", ["administrator"], by=cast.dev)

    assert actions.accept(token, by=fay).roles == ["coordinator", "administrator"]


@pytest.mark.parametrize(("who", "status"), [("cleo", 302), ("dev", 302), ("ben", 404), ("eve", 404)])
def test_an_invitation_is_taken_back_by_who_may_invite(as_, cast, who, status):
    invitation, _token = actions.invite(cast.northwind, "fay@example.net", by=cast.cleo)
    answer = as_(getattr(cast, who)).post(f"/accounts/invitations/{invitation.code}/withdraw/")

    invitation.refresh_from_db()
    assert (answer.status_code, invitation.withdrawn_at is not None) == (status, status == 302)


def test_what_was_taken_back_is_not_taken_back_again(cast):
    invitation, _token = actions.invite(cast.northwind, "fay@example.net", by=cast.cleo)
    actions.withdraw(invitation, by=cast.cleo)

    with pytest.raises(Refused):
        actions.withdraw(invitation, by=cast.cleo)
    with pytest.raises(Forbidden):
        actions.withdraw(invitation, by=cast.ben)


def test_who_has_not_agreed_reads_the_code_of_conduct_before_joining(as_, cast, fay):
    _invitation, token = actions.invite(cast.northwind, fay.email, by=cast.cleo)
    fay.agreed_conduct_at = None
    fay.save()

    answer = as_(fay).post(f"/accounts/invitations/link/{token}/accept/")
    assert answer.url == "/accounts/conduct/?next=%2F"
