"""Doors: redirects that stay here, hosts that are ours, forms that are from here, sessions that end."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from alongside.accounts.persons import actions as persons
from alongside.accounts.persons.models import Person
from alongside.activity.notices.telling import tell
from tests.access.routes import every_route
from tests.access.world import addresses, build

from .sweeping import Sessions, seat

PASSWORD = "four plain words here"
ASTRAY = [
    "https://haxed.example/",
    "//haxed.example/",
    "/\\haxed.example/",
    "http:haxed.example",
    "javascript:haxed()",
    "\t//haxed.example",
]
FOR_PROGRAMS = {"notices.stop"}
"""Routes that take a POST from another program, without a cookie; each one proves itself otherwise."""


@pytest.fixture
def fay(cast):
    cache.clear()
    person = Person.objects.create_user(
        "fay@example.net", PASSWORD, name="Fay Weir", agreed_conduct_at=cast.ada.agreed_conduct_at
    )
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person


def signed_in(person) -> Client:
    browser = Client()
    browser.post("/accounts/login/", {"login": person.email, "password": PASSWORD})
    assert browser.get("/today/").status_code == 200
    return browser


@pytest.mark.parametrize("address", ASTRAY)
def test_nothing_leads_to_another_site(cast, fay, address):
    world = build(cast)
    ben = seat(cast.ben)
    notice = tell(cast.ben, kind="test", text="Something", url=address)
    answers = [
        Client().post(f"/accounts/login/?next={address}", {"login": fay.email, "password": PASSWORD}),
        Client().post("/accounts/login/", {"login": fay.email, "password": PASSWORD, "next": address}),
        seat(fay).post("/accounts/logout/", {"next": address}),
        ben.post(reverse("conduct.agree"), {"next": address}),
        ben.post(reverse("search.save", args=[cast.ada.code]), {"back": address}),
        ben.post(reverse("notices.open", args=[notice.code])),
        ben.get(reverse("landing"), {"next": address}),
    ]  # fmt: skip
    refused = ben.post(
        reverse("requests.accept", args=[world.things["request"].code]), headers={"referer": address}
    )

    assert [
        answer.headers.get("Location", "/")
        for answer in answers
        if "haxed" in answer.headers.get("Location", "/")
    ] == []
    assert 'href="/' in refused.content.decode() or refused.status_code == 403
    assert "haxed.example" not in refused.content.decode()


def test_another_name_of_the_host_is_refused(cast, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    strange = [
        {"host": "haxed.example"},
        {"host": "testserver:80@haxed.example"},
        {"x-forwarded-host": "haxed.example"},
    ]
    browser = Client(raise_request_exception=False)
    answers = [browser.get("/accounts/login/", headers=headers) for headers in strange]

    assert [answer.status_code for answer in answers] == [400, 400, 200]
    assert [answer for answer in answers if b"haxed.example" in answer.content] == []


def test_every_form_must_come_from_here(cast):
    """Each route that takes a POST refuses one without the mark, whoever is signed in."""
    world = build(cast)
    browser = Client(enforce_csrf_checks=True, raise_request_exception=False)
    browser.cookies = seat(cast.ben).cookies
    answers = {route.name: browser.post(addresses(route, world)).status_code for route in every_route()}

    assert {name for name, status in answers.items() if status != 403} == FOR_PROGRAMS


def test_signing_in_and_signing_up_must_come_from_here_too(cast, fay):
    browser = Client(enforce_csrf_checks=True)
    answers = [
        browser.post(f"/accounts/{page}/", {"login": fay.email, "password": PASSWORD})
        for page in ("login", "signup", "password/reset")
    ]

    assert [answer.status_code for answer in answers] == [403, 403, 403]


def test_a_closed_account_is_out_everywhere_at_once_and_for_good(cast, fay):
    browsers = [signed_in(fay) for _desk in range(2)]

    persons.deactivate(fay, by=cast.dev)
    assert browsers[0].get("/today/").url == "/accounts/inactive/"
    persons.reactivate(Person.objects.get(pk=fay.pk), by=cast.dev)

    assert [browser.get("/today/").url for browser in browsers] == ["/accounts/login/?next=/today/"] * 2


def test_a_new_password_ends_every_other_session(cast, fay):
    here, elsewhere = signed_in(fay), signed_in(fay)

    here.post(
        "/accounts/password/change/",
        {
            "oldpassword": PASSWORD,
            "password1": "five quite plain words",
            "password2": "five quite plain words",
        },
    )

    assert here.get("/today/").status_code == 200
    assert elsewhere.get("/today/").url == "/accounts/login/?next=/today/"


def test_signing_out_everywhere_else_leaves_only_this_browser(cast, fay):
    here, elsewhere = signed_in(fay), signed_in(fay)

    answer = here.post(reverse("persons.sign_out_elsewhere"))

    assert (answer.status_code, here.get("/today/").status_code) == (302, 200)
    assert elsewhere.get("/today/").url == "/accounts/login/?next=/today/"


def test_a_session_is_new_at_each_signing_in_and_gone_after_signing_out(cast, fay):
    browser = Client()
    browser.get("/accounts/login/")
    browser.cookies["session"] = "a-session-that-somebody-chose-for-her"
    browser.post("/accounts/login/", {"login": fay.email, "password": PASSWORD})
    key = browser.cookies["session"].value
    answer = browser.post("/accounts/logout/")

    assert key != "a-session-that-somebody-chose-for-her"
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert not Sessions.objects.filter(session_key=key).exists()
    browser.cookies["session"] = key
    assert browser.get("/today/").status_code == 302


def test_every_page_of_a_person_is_kept_from_caches_and_frames(cast):
    browser = seat(cast.ben)
    for address in ("/today/", "/people/me/", "/find/", "/accounts/settings/", "/mentoring/mentorships/"):
        headers = browser.get(address).headers
        assert "no-store" in headers["Cache-Control"]
        assert (headers["X-Frame-Options"], headers["X-Content-Type-Options"]) == ("DENY", "nosniff")
        assert "unsafe" not in headers["Content-Security-Policy"]
