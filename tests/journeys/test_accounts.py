"""Signing up, in and through the settings in a real browser; every page scanned on a phone and a desk."""

from __future__ import annotations

import re

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache

from alongside.accounts.invitations.actions import invite
from alongside.accounts.memberships.models import Membership
from alongside.accounts.persons.models import Person
from alongside.activity.notices.actions import tell

pytestmark = pytest.mark.django_db(transaction=True)
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 700}
PASSWORD = "four plain words here"


@pytest.fixture(autouse=True)
def fresh_limits(transactional_db):
    cache.clear()


@pytest.fixture
def known(transactional_db, cast):
    """The cast, with passwords and confirmed addresses."""
    for person in (cast.ben, cast.dev):
        person.set_password(PASSWORD)
        person.save()
        EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return cast


def sign_in(seat, email):
    seat.go("/accounts/login/", "Sign in")
    seat.fill("Email address", email)
    seat.fill("Password", PASSWORD)
    seat.press("Sign in")


def link_of(letter):
    return re.search(r"https?://[^/]+(/accounts/\S+)", letter.text)[1]


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_guest_joins_by_the_link_of_a_letter(seat, known, letters, script):
    invite(known.northwind, "fay@example.net", by=known.cleo)
    fay = seat(java_script_enabled=script, viewport=PHONE)
    fay.go(link_of(letters()[0]), "You are invited to Northwind")
    fay.press("Create an account")
    fay.fill("Your name", "Fay Weir")
    fay.fill("Email address", "fay@example.net")
    fay.fill("Password", PASSWORD)
    fay.press("Create the account")
    fay.sees("You are invited to Northwind")
    fay.press("Join")
    fay.sees("How we treat each other")
    fay.press("I agree")
    fay.go(link_of(letters()[0]), "You are invited to Northwind")
    fay.press("Join")
    fay.sees("Northwind")

    person = Person.objects.get(email="fay@example.net")
    assert Membership.objects.get(person=person).organisation == known.northwind
    assert person.timezone == ("Europe/London" if not script else fay.page.evaluate(ZONE))


ZONE = "Intl.DateTimeFormat().resolvedOptions().timeZone"


def test_a_passkey_is_added_and_opens_the_account(seat, known):
    ben = seat()
    device = ben.page.context.new_cdp_session(ben.page)
    device.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
    }
    device.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    ben.base = ben.base.replace("127.0.0.1", "localhost")  # a passkey belongs to a name, not to a number
    sign_in(ben, known.ben.email)
    ben.go("/accounts/2fa/webauthn/add/", "Is it you?")
    ben.fill("Password", PASSWORD)
    ben.press("Go on")
    ben.scan("Add a passkey")
    ben.fill("Name of the passkey", "Work laptop")
    ben.page.get_by_label("Sign in with this passkey alone", exact=False).check()
    ben.page.get_by_role("button", name="Add the passkey").click()
    ben.page.wait_for_url("**/recovery-codes/**")
    ben.go("/accounts/2fa/webauthn/", "Passkeys")
    assert "Work laptop" in ben.page.content()
    ben.go("/accounts/2fa/webauthn/reauthenticate/")
    ben.scan("Is it you?")

    ben.go("/accounts/logout/", "Sign out?")
    ben.press("Sign out")
    ben.go("/accounts/login/", "Sign in")
    ben.page.get_by_role("button", name="Sign in with a passkey").click()
    ben.page.wait_for_url("**/today/")


def test_a_passkey_that_does_not_come_is_said_kindly(seat, known):
    ben = seat()
    ben.go("/accounts/login/", "Sign in")
    ben.page.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error(1)); }")
    ben.page.get_by_role("button", name="Sign in with a passkey").click()
    ben.page.get_by_text("The passkey could not be used").wait_for(state="visible")


STRANGERS = [
    ("/accounts/login/", "Sign in"),
    ("/accounts/signup/", "Create an account"),
    ("/accounts/password/reset/", "Set a new password"),
    ("/accounts/password/reset/done/", "Look into your mail"),
    ("/accounts/confirm-email/", "Look into your mail"),
    ("/accounts/inactive/", "This account is closed"),
    ("/accounts/conduct/", "How we treat each other"),
]
MEMBERS = [
    ("/accounts/settings/", "Settings"),
    ("/accounts/settings/you/", "You"),
    ("/accounts/email/", "Email addresses"),
    ("/accounts/password/change/", "Change your password"),
    ("/accounts/2fa/", "Second step and passkeys"),
    ("/accounts/organisations/", "Organisations"),
    ("/accounts/organisations/found/", "Found an organisation"),
    ("/accounts/organisations/{northwind}/", "Northwind"),
    ("/accounts/organisations/{northwind}/change/", "Change Northwind"),
    ("/accounts/invitations/of/{northwind}/", "Invite people to Northwind"),
    ("/accounts/memberships/{ben}/roles/", "Roles of Ben Okafor"),
    ("/accounts/memberships/{ben}/place/", "Team of Ben Okafor"),
    ("/accounts/memberships/{ben}/leave/", "End the membership of Ben Okafor in Northwind?"),
    ("/accounts/blocks/", "People you have blocked"),
    ("/accounts/people/", "All accounts"),
    ("/notices/", "Notices"),
    ("/-/mail/", "Mailbox"),
]


@pytest.mark.parametrize(("size", "colours"), [(DESKTOP, "light"), (PHONE, "dark")], ids=["desk", "phone"])
def test_the_pages_of_strangers_are_open_to_everybody(seat, known, size, colours):
    stranger = seat(viewport=size, color_scheme=colours)
    for path, heading in STRANGERS:
        stranger.go(path).wait_for_load_state()
        stranger.scan(heading)
    stranger.go("/accounts/signup/")
    stranger.press("Create the account")
    stranger.scan("Create an account")
    assert stranger.page.title().startswith("Error: ")


@pytest.mark.parametrize(("size", "colours"), [(DESKTOP, "light"), (PHONE, "dark")], ids=["desk", "phone"])
def test_the_pages_of_members_are_open_to_everybody(seat, known, size, colours):
    invite(known.northwind, "fay@example.net", by=known.cleo)
    tell(known.dev, kind="test", text="Ada has accepted your request", url="/today/")
    ben = Membership.objects.get(person=known.ben)
    dev = seat(viewport=size, color_scheme=colours)
    sign_in(dev, known.dev.email)
    for path, heading in MEMBERS:
        dev.go(path.format(northwind=known.northwind.code, ben=ben.code))
        dev.scan(heading)
