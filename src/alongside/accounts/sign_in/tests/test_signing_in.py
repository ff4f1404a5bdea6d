"""Sign up, confirm, sign in, second step, new password: from the page to the letter and back."""

from __future__ import annotations

import re
import time

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.core.cache import cache

from alongside.accounts.persons.models import Person
from alongside.accounts.sign_in.adapter import SecondFactors
from alongside.activity.events.models import Event

PASSWORD = "four plain words here"
NEW = {"name": "Fay Weir", "email": "fay@example.net", "password1": PASSWORD, "timezone": "Asia/Tokyo"}


@pytest.fixture(autouse=True)
def fresh_limits(db):
    cache.clear()


@pytest.fixture
def fay(cast):
    person = Person.objects.create_user("fay@example.net", PASSWORD, name="Fay Weir")
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person


def link_in(letter):
    return re.search(r"https?://[^/]+(/\S+)", letter.text.split(": ", 1)[1])[1]


def sign_in(client, password=PASSWORD, email="fay@example.net"):
    return client.post("/accounts/login/", {"login": email, "password": password})


def test_signing_up_needs_the_link_of_the_letter(cast, client, letters):
    answer = client.post("/accounts/signup/", NEW)
    person = Person.objects.get(email="fay@example.net")
    link = link_in(letters(to=person)[0])

    assert (answer.status_code, answer.url) == (302, "/accounts/confirm-email/")
    assert (person.name, person.timezone, client.get("/today/").status_code) == (
        "Fay Weir",
        "Asia/Tokyo",
        302,
    )
    assert Event.objects.filter(verb="person.signed_up", about_code=person.code).count() == 1

    assert b"Is fay@example.net yours?" in client.get(link).content
    assert not EmailAddress.objects.get(
        user=person
    ).verified  # a mail program that follows links confirms nothing
    assert client.post(link).url == "/today/"  # this browser signed up, so that it is signed in now
    assert EmailAddress.objects.get(user=person).verified
    assert client.get("/today/").url == "/accounts/conduct/?next=%2Ftoday%2F"
    assert b"This link does not work any more" in client.get(link).content


def test_the_link_of_a_letter_signs_nobody_in_elsewhere(cast, client, letters):
    client.post("/accounts/signup/", NEW)
    elsewhere = type(client)()
    answer = elsewhere.post(link_in(letters()[0]))

    assert (answer.url, elsewhere.get("/today/").url) == ("/accounts/login/", "/accounts/login/?next=/today/")


def test_another_address_becomes_the_main_one_when_it_is_confirmed(cast, client, fay, letters):
    client.force_login(fay)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    page = "/accounts/email/"
    client.post(page, {"action_add": "", "email": "fay@other.example"})
    client.post(link_in(letters(to="fay@other.example")[0]))
    client.post(page, {"action_primary": "", "email": "fay@other.example"})

    fay.refresh_from_db()
    assert fay.email == "fay@other.example"
    assert "Your main address has been changed" in [letter.subject for letter in letters()]
    assert b"fay@other.example" in client.get(page).content


def test_who_asks_too_often_waits(cast, client):
    answers = [client.post("/accounts/password/reset/", {"email": "fay@example.net"}) for _time in range(6)]

    assert (answers[-1].status_code, b"Too many tries" in answers[-1].content) == (429, True)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"name": ""}, "Enter your name"),
        ({"email": ""}, "Enter your email address"),
        ({"email": "fay"}, "Enter an email address like name@example.org"),
        ({"password1": ""}, "Enter a password"),
        ({"password1": "fourteen chars"}, "Password must be 15 characters or more"),
        ({"name": "А dmіn"}, "alphabet"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(cast, client, wrong, says):
    page = client.post("/accounts/signup/", NEW | wrong).content.decode()

    kept = (NEW | wrong)["email"] or "Fay Weir"
    assert (says in page, kept in page, "Error:" in page, "There is a problem" in page) == (True,) * 4


def test_a_taken_address_is_told_only_to_its_owner(cast, client, fay, letters):
    answer = client.post("/accounts/signup/", NEW)

    assert (answer.status_code, answer.url) == (302, "/accounts/confirm-email/")
    assert [letter.subject for letter in letters(to=fay)] == ["You have an account already"]


def test_a_double_click_signs_up_once_and_writes_once(cast, client, letters):
    answers = [client.post("/accounts/signup/", NEW | {"once": "one"}) for _click in range(2)]

    assert [answer.url for answer in answers] == ["/accounts/confirm-email/"] * 2
    assert [letter.subject for letter in letters(to="fay@example.net")] == ["Confirm your address"]


def test_unknown_and_wrong_answer_alike(cast, client, fay):
    unknown = sign_in(client, email="nobody@example.net").content.decode()
    wrong = sign_in(client, "not the right password").content.decode()
    says = "Email address or password is not right. Check both and try again"

    assert (says in unknown, says in wrong) == (True, True)


def test_the_same_password_typed_in_other_letters_opens(cast, client):
    person = Person.objects.create_user("gil@example.net", "caf\u00e9 au lait forte", name="Gil")
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)

    assert sign_in(client, "cafe\u0301 au lait forte", "gil@example.net").status_code == 302


def test_after_too_many_tries_the_account_rests(cast, client, fay):
    answers = [sign_in(client, f"wrong number {number}").content.decode() for number in range(7)]

    assert "Too many tries" in answers[-1]


def test_a_new_password_is_set_by_the_link_of_a_letter_once(cast, client, fay, letters):
    client.post("/accounts/password/reset/", {"email": fay.email})
    link = link_in(letters(to=fay)[0])
    form = client.get(link, follow=True)
    better = "five quite plain words here"
    client.post(form.request["PATH_INFO"], {"password1": better, "password2": better})

    fay.refresh_from_db()
    assert fay.check_password(better)
    assert b"This link does not work any more" in client.get(link, follow=True).content


def test_letters_lead_to_our_own_address_whatever_the_request_says(cast, client, fay, letters, settings):
    settings.ALLOWED_HOSTS = ["*"]
    client.post("/accounts/password/reset/", {"email": fay.email}, headers={"host": "evil.example"})

    assert "evil.example" not in letters(to=fay)[0].text
    assert settings.BASE_URL in letters(to=fay)[0].text


def test_an_unknown_address_gets_the_same_page_and_an_honest_letter(cast, client, letters):
    answer = client.post("/accounts/password/reset/", {"email": "nobody@example.net"})

    assert answer.url == "/accounts/password/reset/done/"
    assert [letter.subject for letter in letters(to="nobody@example.net")] == ["No account with this address"]


@pytest.fixture
def app(fay):
    """Fay's authenticator app: its present code."""
    secret = "JBSWY3DPEHPK3PXP"
    TOTP.activate(fay, secret)
    return secret


def code_of(secret):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def test_a_second_step_is_asked_and_its_secret_is_sealed(cast, client, fay, app):
    answer = sign_in(client)

    assert (answer.status_code, answer.url) == (302, "/accounts/2fa/authenticate/")
    assert app not in str(Authenticator.objects.get(user=fay).data)
    wrong = client.post("/accounts/2fa/authenticate/", {"code": "000000"})
    assert b"The code is not right" in wrong.content
    assert client.post("/accounts/2fa/authenticate/", {"code": code_of(app)}).url == "/today/"


def test_a_code_opens_once(cast, client, fay, app):
    code = code_of(app)
    sign_in(client)
    client.post("/accounts/2fa/authenticate/", {"code": code})
    client.post("/accounts/logout/")
    sign_in(client)

    assert b"The code is not right" in client.post("/accounts/2fa/authenticate/", {"code": code}).content


def test_a_password_of_eight_is_enough_beside_a_second_step(cast, client, fay, app):
    client.force_login(fay)
    short = {"oldpassword": PASSWORD, "password1": "kl4vier-", "password2": "kl4vier-"}
    answer = client.post("/accounts/password/change/", short)

    fay.refresh_from_db()
    assert (answer.status_code, fay.has_short_password) == (302, True)
    assert not SecondFactors().can_delete_authenticator(Authenticator.objects.get(user=fay))


def test_the_second_step_goes_when_the_password_is_long(cast, fay, app):
    assert SecondFactors().can_delete_authenticator(Authenticator.objects.get(user=fay))


def test_a_common_password_is_refused(cast, client, fay, app):
    client.force_login(fay)
    common = {"oldpassword": PASSWORD, "password1": "password123", "password2": "password123"}

    assert b"common" in client.post("/accounts/password/change/", common).content


def test_two_new_passwords_that_differ_are_said_to(cast, client, fay):
    client.force_login(fay)
    typed = {
        "oldpassword": PASSWORD,
        "password1": "five quite plain words",
        "password2": "six quite plain words",
    }

    assert b"The two passwords are not the same" in client.post("/accounts/password/change/", typed).content


def test_sessions_elsewhere_end_when_the_password_changes(cast, client, fay, as_):
    elsewhere = as_(fay)
    client.force_login(fay)
    better = "five quite plain words here"
    client.post(
        "/accounts/password/change/", {"oldpassword": PASSWORD, "password1": better, "password2": better}
    )

    assert elsewhere.get("/accounts/settings/").status_code == 302


@pytest.mark.parametrize("demo", [True, False])
def test_one_click_signs_in_only_in_the_demo(cast, client, settings, demo):
    settings.DEMO = demo

    assert client.post(f"/accounts/demo/{cast.ada.code}/").status_code == (302 if demo else 404)
    assert client.get("/accounts/settings/").status_code == (200 if demo else 302)


def test_visitors_of_the_demo_are_not_signed_in_by_others(cast, client, settings, fay):
    settings.DEMO = True

    assert client.post(f"/accounts/demo/{fay.code}/").status_code == 404
    assert client.get(f"/accounts/demo/{cast.ada.code}/").status_code == 405
