"""One's own settings, closing an account, and looking after all accounts."""

from __future__ import annotations

import pytest
from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError

from alongside.accounts.memberships.models import Membership
from alongside.accounts.persons import actions
from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.activity.mail.send import post
from alongside.activity.notices.actions import tell
from alongside.kit.errors import Forbidden, Refused

YOU = {"name": "Ben O", "timezone": "Asia/Tokyo", "language": "en-gb", "theme": "dark"}
PASSWORD = "four plain words here"


def verbs():
    return list(Event.objects.order_by("pk").values_list("verb", flat=True))


def test_settings_lead_everywhere(as_, cast):
    page = as_(cast.dev).get("/accounts/settings/").content.decode()

    assert all(
        link in page
        for link in ("/accounts/settings/you/", "/accounts/blocks/", "/accounts/people/", "/accounts/2fa/")
    )
    assert "/accounts/people/" not in as_(cast.ben).get("/accounts/settings/").content.decode()


def test_one_changes_what_one_is_called_and_where_one_is(as_, cast):
    browser = as_(cast.ben)

    assert browser.get("/accounts/settings/you/").status_code == 200
    assert browser.post("/accounts/settings/you/", YOU).status_code == 302
    cast.ben.refresh_from_db()
    assert (cast.ben.name, cast.ben.zone.key, cast.ben.theme, cast.ben.initials) == (
        "Ben O",
        "Asia/Tokyo",
        "dark",
        "BO",
    )
    assert (verbs(), 'data-theme="dark"' in browser.get("/accounts/settings/").content.decode()) == (
        ["person.changed"],
        True,
    )


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"name": ""}, "Enter your name"),
        ({"name": "{}"}, "Enter a name with at least one letter"),
        ({"name": "n" * 121}, "Name must be 120 characters or less"),
        ({"timezone": "../../etc/passwd"}, "Select a time zone from the list"),
        ({"timezone": "Mars/Olympus"}, "Select a time zone from the list"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(as_, cast, wrong, says):
    answer = as_(cast.ben).post("/accounts/settings/you/", YOU | wrong)
    page = answer.content.decode()

    assert (answer.status_code, says in page, (YOU | wrong)["name"] in page) == (422, True, True)


def test_one_signs_oneself_out_of_every_other_browser_and_nobody_else(as_, cast):
    here, elsewhere = as_(cast.ben), as_(cast.ben)

    answer = here.post("/accounts/settings/sign-out-elsewhere/", follow=True)

    assert b"Every other browser is signed out." in answer.content
    assert (elsewhere.get("/today/").status_code, here.get("/today/").status_code) == (302, 200)
    assert (
        Event.objects.filter(verb="person.sessions_ended", about_code=cast.ben.code, by=cast.ben).count() == 1
    )
    with pytest.raises(Forbidden):
        actions.end_sessions(cast.ben, by=cast.dev)


def test_nobody_changes_somebody_else(cast):
    with pytest.raises(Forbidden):
        actions.change(cast.ben, by=cast.dev, **YOU)


@pytest.fixture
def sure(client, cast):
    """Ben, who has just said again who he is."""
    cast.ben.set_password(PASSWORD)
    cast.ben.save()
    EmailAddress.objects.create(user=cast.ben, email=cast.ben.email, verified=True, primary=True)
    client.post("/accounts/login/", {"login": cast.ben.email, "password": PASSWORD})
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return client


def test_closing_an_account_asks_who_one_is_and_whether_one_means_it(sure, cast):
    page = sure.get("/accounts/settings/close/")
    wrong = sure.post("/accounts/settings/close/", {"email": "other@example.org"})
    cast.ben.refresh_from_db()

    assert (page.status_code, wrong.status_code, cast.ben.is_active) == (200, 422, True)
    assert sure.post("/accounts/settings/close/", {"email": cast.ben.email}).url == "/accounts/inactive/"
    cast.ben.refresh_from_db()
    assert (cast.ben.is_active, cast.ben.deactivated_at is not None) == (False, True)
    assert "person.deactivated" in verbs()


def test_somebody_at_another_desk_cannot_close_it(as_, cast):
    cast.ben.set_password(PASSWORD)
    cast.ben.save()

    assert (
        as_(cast.ben)
        .post("/accounts/settings/close/", {"email": cast.ben.email})
        .url.startswith("/accounts/reauthenticate/")
    )


def test_who_is_deactivated_in_the_middle_is_signed_out_with_a_plain_page(as_, cast):
    browser = as_(cast.ben)
    assert browser.get("/accounts/settings/").status_code == 200
    actions.deactivate(cast.ben, by=cast.dev)

    answer = browser.post("/accounts/settings/you/", YOU)
    page = browser.get(answer.url)
    cast.ben.refresh_from_db()
    assert (answer.url, page.status_code, b"This account is closed" in page.content) == (
        "/accounts/inactive/",
        200,
        True,
    )
    assert (cast.ben.name, browser.get("/accounts/settings/").url) == (
        "Ben Okafor",
        "/accounts/login/?next=/accounts/settings/",
    )


def test_nobody_sees_or_writes_to_who_is_deactivated(cast, letters):
    actions.deactivate(cast.ben, by=cast.dev)
    ben = Person.objects.get(pk=cast.ben.pk)

    assert ben not in Person.objects.visible_to(cast.ada)
    assert tell(ben, kind="test", text="Hello") is None
    assert post(to=ben, subject="Hello", template="accounts/invitations/mail/invited") is None


@pytest.mark.parametrize(("who", "status"), [("dev", 302), ("cleo", 403), ("eve", 404)])
def test_who_runs_the_instance_closes_and_opens_accounts(as_, cast, who, status):
    browser = as_(getattr(cast, who))
    assert browser.post(f"/accounts/people/{cast.ben.code}/close/").status_code == status
    cast.ben.refresh_from_db()
    assert cast.ben.is_active == (status != 302)

    if status == 302:
        assert browser.post(f"/accounts/people/{cast.ben.code}/close/").status_code == 422
        assert browser.post(f"/accounts/people/{cast.ben.code}/open/").status_code == 302
        assert browser.post(f"/accounts/people/{cast.ben.code}/open/").status_code == 422
        assert verbs() == ["person.deactivated", "person.reactivated"]


@pytest.mark.parametrize(("who", "status"), [("dev", 200), ("ben", 403)])
def test_the_list_of_all_accounts(as_, cast, who, status):
    answer = as_(getattr(cast, who)).get("/accounts/people/", {"words": "novak"})

    assert answer.status_code == status
    assert (b"eve@example.org" in answer.content, b"ben@example.org" in answer.content) == (
        status == 200,
        False,
    )


def test_the_instance_is_never_left_without_anybody_in_charge(cast):
    with pytest.raises(Refused, match="only one who runs"):
        actions.deactivate(cast.dev, by=cast.dev)


def test_an_organisation_is_never_left_without_an_administrator(cast):
    cast.ada.runs_instance = True
    cast.ada.save()
    with pytest.raises(Refused, match="only administrator of Northwind"):
        actions.deactivate(cast.dev, by=cast.ada)

    Membership.objects.filter(person=cast.cleo).update(roles=["administrator"])
    actions.deactivate(cast.dev, by=cast.ada)
    with pytest.raises(Forbidden):
        actions.reactivate(cast.dev, by=cast.ben)


def test_signing_somebody_up_for_the_instance(cast):
    fay = actions.sign_up("Fay@Example.net", " Fay  Weir ", PASSWORD, by=cast.dev, timezone="Asia/Tokyo")

    assert (fay.email, fay.name, fay.timezone, fay.check_password(PASSWORD)) == (
        "fay@example.net",
        "Fay Weir",
        "Asia/Tokyo",
        True,
    )
    assert EmailAddress.objects.get(user=fay).verified
    assert actions.sign_up("gus@example.net", "Gus", None).timezone == "Europe/London"
    with pytest.raises(Refused):
        actions.sign_up("fay@example.net", "Somebody", None)
    with pytest.raises(Forbidden):
        actions.sign_up("gil@example.net", "Gil", None, by=cast.ben)


def test_one_agrees_only_for_oneself_while_one_is_here(cast):
    actions.deactivate(cast.ben, by=cast.dev)
    cast.ben.refresh_from_db()

    with pytest.raises(Forbidden):
        actions.agree_to_conduct(by=cast.ben)


@pytest.mark.parametrize("name", ["\u202e\u200b", "...", "  ", "\u0410dmin"])
def test_a_name_has_letters_of_one_alphabet(db, name):
    with pytest.raises(ValidationError):
        actions.sign_up("gil@example.net", name, None)


def test_a_time_zone_is_one_of_the_known(cast):
    with pytest.raises(ValidationError):
        actions.sign_up("gil@example.net", "Gil", None, timezone="../../etc/passwd")


def test_an_older_name_of_a_time_zone_stays_in_the_list(as_, cast):
    Person.objects.filter(pk=cast.ben.pk).update(timezone="GB")

    assert b'<option value="GB" selected>' in as_(cast.ben).get("/accounts/settings/you/").content


def test_a_character_that_cannot_be_kept_is_passed_over_in_the_search(as_, cast):
    assert as_(cast.dev).get("/accounts/people/", {"words": "\x00Ada"}).status_code == 200
