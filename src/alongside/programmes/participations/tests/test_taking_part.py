"""People join a programme, are brought by two spreadsheets, and leave."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from alongside.accounts.invitations.models import Invitation
from alongside.accounts.memberships import actions as memberships
from alongside.accounts.memberships.models import Membership
from alongside.accounts.persons.actions import deactivate
from alongside.accounts.persons.models import Person
from alongside.activity.events.models import Event
from alongside.kit.clock import now
from alongside.kit.errors import Forbidden, Refused
from alongside.programmes.participations import actions
from alongside.programmes.participations.models import Listed, Participation
from alongside.programmes.programmes.models import Programme

MENTEES = "Email,Name\nben@example.org,Ben\nzoe@example.org,Zoe\n"
MENTORS = "E-Mail;Name\nada@example.org;Ada\nzoe@example.org;Zoe\n"


def sheets(**content):
    return {side: SimpleUploadedFile(f"{side}.csv", text.encode()) for side, text in content.items()}


def bring(browser, programme, **content):
    return browser.post(reverse("participations.bring", args=[programme.code]), sheets(**content))


def parts():
    return set(Participation.objects.filter(left_at=None).values_list("person__email", "side"))


def test_two_spreadsheets_bring_members_and_invite_the_others_once(as_, cast, programme):
    browser = as_(cast.cleo)
    bring(browser, programme, mentees=MENTEES, mentors=MENTORS)
    again = bring(browser, programme, mentees=MENTEES)

    assert parts() == {("ben@example.org", "mentee"), ("ada@example.org", "mentor")}
    assert set(Listed.objects.values_list("email", "side")) == {
        ("zoe@example.org", "mentee"), ("zoe@example.org", "mentor"),
    }  # fmt: skip
    assert Invitation.objects.count() == 1
    assert Event.objects.filter(verb="programme.brought", by=cast.cleo).count() == 2
    page = browser.get(again.headers["Location"]).content.decode()
    assert "0 take part now, 0 are invited, 2 were known already." in page
    assert "1 as mentees, 1 as mentors. 2 listed who are not here yet." in page


def test_who_mentors_and_is_mentored_stands_once_in_the_list_and_leaves_either_side(as_, cast, programme):
    both = "Email,Name\nben@example.org,Ben\n"
    bring(as_(cast.cleo), programme, mentees=both, mentors=both)

    page = as_(cast.cleo).get(reverse("programmes.show", args=[programme.code])).content.decode()

    assert page.count(f"<b>{cast.ben.name}</b>") == 1
    assert "Take out as a mentee" in page
    assert "Take out as a mentor" in page
    assert "1 as mentees, 1 as mentors." in page


def test_who_was_listed_takes_part_as_soon_as_they_are_a_member(cast, programme, tell_everyone):
    actions.bring(programme, {"mentee": [{"email": "ZOE@example.org"}]}, by=cast.cleo)
    zoe = Person.objects.create(name="Zoe New", email="zoe@example.org", agreed_conduct_at=now())
    cast.northwind.joining = "open"
    cast.northwind.save()
    memberships.join(cast.northwind, by=zoe)
    tell_everyone()

    assert parts() == {("zoe@example.org", "mentee")}
    assert not Listed.objects.exists()
    assert Event.objects.filter(verb="participation.joined").count() == 1


def test_who_joined_by_themself_meanwhile_is_not_there_twice(cast, programme):
    listed = Listed.objects.create(programme=programme, email="ben@example.org", side="mentee")
    actions.join(programme, "mentee", by=cast.ben)
    actions.take_in(listed, cast.ben, by=None)

    assert parts() == {("ben@example.org", "mentee")}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({}, "Choose at least one of the two spreadsheets"),
        ({"mentees": ""}, "The file is empty"),
        ({"mentees": "Colour\nred\n"}, "mentees.csv has no column with e-mail addresses"),
        ({"mentors": "Email\nnobody\n"}, "Mentors, row 2: “nobody” is not an e-mail address"),
        ({"mentees": MENTEES, "mentors": "Email\na@b.org\na@b.org\n"}, "This address is in row 2 already"),
    ],
)
def test_a_sheet_that_cannot_be_used_brings_nobody(as_, cast, programme, content, said):
    page = bring(as_(cast.cleo), programme, **content)

    assert page.status_code == 422
    assert said in page.content.decode()
    assert not Participation.objects.exists()


@pytest.mark.parametrize(("who", "status"), [("ben", 403), ("eve", 404)])
def test_only_who_runs_it_brings_people(as_, cast, programme, who, status):
    assert bring(as_(getattr(cast, who)), programme, mentees=MENTEES).status_code == status


def test_an_empty_spreadsheet_shows_the_columns(as_, cast):
    browser = as_(cast.ben)

    assert (
        browser.get(reverse("participations.template", args=["mentee"])).content
        == b"Email,Name,Team,Manager\r\n"
    )
    assert browser.get(reverse("participations.template", args=["friend"])).status_code == 404


def test_a_member_joins_and_leaves(as_, cast, programme):
    browser = as_(cast.ben)
    address = reverse("participations.join", args=[programme.code])
    browser.post(address, {"side": "mentee"})
    twice = browser.post(address, {"side": "mentee"})
    nothing = browser.post(address, {"side": "friend"})
    part = Participation.objects.get()
    left = browser.post(reverse("participations.leave", args=[part.code]))
    again = browser.post(reverse("participations.leave", args=[part.code]))

    assert (twice.status_code, nothing.status_code, again.status_code) == (422, 422, 422)
    assert left.headers["Location"] == reverse("programmes.show", args=[programme.code])
    assert Event.objects.filter(verb__startswith="participation.", by=cast.ben).count() == 2


@pytest.mark.parametrize(("who", "open_to", "status"), [("eve", "members", 404), ("cleo", "listed", 403)])
def test_nobody_joins_where_they_may_not(as_, cast, programme, who, open_to, status):
    Programme.objects.update(open_to=open_to)
    page = as_(getattr(cast, who)).post(
        reverse("participations.join", args=[programme.code]), {"side": "mentee"}
    )

    assert page.status_code == status


@pytest.mark.parametrize(("who", "status"), [("cleo", 302), ("ada", 404), ("eve", 404)])
def test_who_runs_it_takes_people_out_and_nobody_else(as_, cast, programme, who, status):
    part = actions.join(programme, "mentee", by=cast.ben)

    assert (
        as_(getattr(cast, who)).post(reverse("participations.leave", args=[part.code])).status_code == status
    )


def test_somebody_who_cannot_see_it_any_more_goes_back_to_the_list(as_, cast, programme):
    part = actions.join(programme, "mentee", by=cast.ben)
    Programme.objects.update(open_to="listed")
    page = as_(cast.ben).post(reverse("participations.leave", args=[part.code]))

    assert page.headers["Location"] == reverse("programmes.index")


def test_who_leaves_the_organisation_or_the_product_leaves_the_programme(cast, programme, tell_everyone):
    for person in (cast.ben, cast.ada):
        actions.join(programme, "mentee", by=person)
    memberships.leave(Membership.objects.get(person=cast.ben), by=cast.ben)
    deactivate(cast.ada, by=cast.ada)
    tell_everyone()

    assert parts() == set()


def test_nobody_is_taken_in_by_hand(cast, programme):
    listed = Listed.objects.create(programme=programme, email="ben@example.org", side="mentee")
    with pytest.raises(Forbidden):
        actions.take_in(listed, cast.ben, by=cast.ben)


@pytest.fixture
def watched(programme):
    programme.groups = ["New to the company", "Works from elsewhere"]
    programme.save()
    return programme


def test_a_mentee_says_freely_to_which_groups_they_belong(as_, cast, watched):
    part = actions.join(watched, "mentee", by=cast.ben)
    address = reverse("participations.groups", args=[watched.code])
    page = as_(cast.ben).get(reverse("programmes.show", args=[watched.code])).content.decode()
    saved = as_(cast.ben).post(address, {"groups": ["New to the company"]})

    part.refresh_from_db()
    assert address in page
    assert saved.headers["Location"] == reverse("programmes.show", args=[watched.code])
    assert part.groups == ["New to the company"]
    assert Event.objects.get(verb="participation.groups_told").details == {}
    assert "checked" in as_(cast.ben).get(address).content.decode()
    as_(cast.ben).post(address, {})
    part.refresh_from_db()
    assert part.groups == []


def test_only_a_mentee_of_the_programme_says_it(as_, cast, watched):
    address = reverse("participations.groups", args=[watched.code])
    part = actions.join(watched, "mentor", by=cast.ada)

    for person in (cast.ada, cast.cleo, cast.eve):
        assert as_(person).get(address).status_code == 404
    with pytest.raises(Forbidden):
        actions.tell_groups(part, [], by=cast.cleo)


def test_a_group_that_is_not_watched_is_refused_kindly(as_, cast, watched):
    part = actions.join(watched, "mentee", by=cast.ben)
    answer = as_(cast.ben).post(reverse("participations.groups", args=[watched.code]), {"groups": ["Tall"]})

    assert (answer.status_code, "Choose from the list" in answer.content.decode()) == (422, True)
    with pytest.raises(Refused, match="no longer has that group"):
        actions.tell_groups(part, ["Tall"], by=cast.ben)


def test_a_programme_that_watches_nothing_says_so(as_, cast, programme):
    actions.join(programme, "mentee", by=cast.ben)

    page = as_(cast.ben).get(reverse("participations.groups", args=[programme.code])).content.decode()
    assert "This programme watches no groups" in page
