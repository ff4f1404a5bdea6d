"""Every page around signing in is ours: one heading, no script of others, our words."""

from __future__ import annotations

import re

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP

OUTSIDE = [
    "login",
    "signup",
    "logout",
    "password/reset",
    "password/reset/done",
    "password/reset/key/done",
    "inactive",
    "confirm-email",
]
INSIDE = [
    ("email/", "Email addresses"),
    ("password/change/", "Change your password"),
    ("reauthenticate/", "Is it you?"),
    ("2fa/", "Second step and passkeys"),
    ("2fa/totp/activate/", "Set up an authenticator app"),
    ("2fa/webauthn/", "Passkeys"),
    ("2fa/webauthn/add/", "Add a passkey"),
    ("logout/", "Sign out?"),
]
BANNED = re.compile(r"please|sorry|oops|invalid|successfully|forbidden", re.IGNORECASE)


def words_of(page):
    text = re.sub(
        r"<script.*?</script>|<style.*?</style>|<[^>]+>", " ", page.content.decode(), flags=re.DOTALL
    )
    return " ".join(text.split())


def check(page, heading=None):
    html = page.content.decode()
    headings = re.findall(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)
    assert (page.status_code, len(headings)) == (200, 1)
    assert heading is None or headings[0].strip() == heading
    assert (BANNED.findall(words_of(page)), "allauth" in html, "cdn" in html) == ([], False, False)


@pytest.fixture
def fresh(client, cast):
    """Ben, who has just said again who he is."""
    EmailAddress.objects.create(user=cast.ben, email=cast.ben.email, verified=True, primary=True)
    return just_signed_in(client, cast.ben, "four plain words here")


def just_signed_in(client, person, password):
    person.set_password(password)
    person.save()
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    client.post("/accounts/reauthenticate/", {"password": password})
    return client


@pytest.mark.parametrize("page", OUTSIDE)
def test_a_page_for_strangers(cast, client, page):
    answer = client.get(f"/accounts/{page}/")
    if page != "logout":
        check(answer)


@pytest.mark.parametrize(("page", "heading"), INSIDE)
def test_a_page_under_settings(fresh, page, heading):
    check(fresh.get(f"/accounts/{page}"), heading)


def test_the_pages_of_somebody_with_everything(fresh, cast):
    TOTP.activate(cast.ben, "JBSWY3DPEHPK3PXP")
    RecoveryCodes.activate(cast.ben)
    key = Authenticator.objects.create(
        user=cast.ben,
        type="webauthn",
        data={"name": "Work laptop", "credential": {"clientExtensionResults": {}}},
    )

    check(fresh.get("/accounts/2fa/"), "Second step and passkeys")
    check(fresh.get("/accounts/2fa/webauthn/"), "Passkeys")
    check(fresh.get(f"/accounts/2fa/webauthn/keys/{key.pk}/edit/"), "Rename a passkey")
    check(fresh.get(f"/accounts/2fa/webauthn/keys/{key.pk}/remove/"), "Remove “Work laptop”?")
    check(fresh.get("/accounts/2fa/totp/deactivate/"), "Turn the authenticator app off?")
    check(fresh.get("/accounts/2fa/recovery-codes/"), "Recovery codes")
    check(fresh.get("/accounts/2fa/recovery-codes/generate/"), "Make new recovery codes")
    check(fresh.get("/accounts/2fa/reauthenticate/"), "Is it you?")


def test_the_pages_of_somebody_without_a_password(client, cast):
    cast.ben.set_password(None)
    cast.ben.save()
    client.force_login(cast.ben)

    check(client.get("/accounts/password/set/"), "Set a password")
    assert "Set a password" in client.get("/accounts/settings/").content.decode()


def test_a_passkey_that_a_short_password_needs_stays(fresh, cast):
    just_signed_in(fresh, cast.ben, "kl4vier-")
    key = Authenticator.objects.create(
        user=cast.ben,
        type="webauthn",
        data={"name": "Work laptop", "credential": {"clientExtensionResults": {}}},
    )
    answer = fresh.post(f"/accounts/2fa/webauthn/keys/{key.pk}/remove/")

    assert (answer.status_code, Authenticator.objects.filter(pk=key.pk).exists()) == (422, True)


def test_a_passkey_beside_a_long_password_goes(fresh, cast):
    key = Authenticator.objects.create(
        user=cast.ben,
        type="webauthn",
        data={"name": "Work laptop", "credential": {"clientExtensionResults": {}}},
    )
    answer = fresh.post(f"/accounts/2fa/webauthn/keys/{key.pk}/remove/")

    assert (answer.status_code, Authenticator.objects.filter(pk=key.pk).exists()) == (302, False)


def test_a_stranger_who_comes_before_the_first_person_sets_up(db, client):
    assert client.get("/").url == "/setup/"
    check(client.get("/accounts/signup/"), "Not set up yet")


@pytest.mark.parametrize("strange", ["http://[::1", "https://[x]/", "//evil.example", "\\\\evil.example"])
def test_a_strange_way_on_leads_nowhere(as_, client, cast, strange):
    for place in OUTSIDE:
        page = client.get(f"/accounts/{place}/", {"next": strange}, follow=True)
        assert (page.status_code, f'href="{strange}' in page.content.decode()) == (200, False)
    assert as_(cast.ben).get("/accounts/login/", {"next": strange}).url == "/today/"
