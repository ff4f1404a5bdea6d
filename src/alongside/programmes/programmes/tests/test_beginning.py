"""A coordinator begins a programme and says what holds for it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.activity.events.models import Event
from alongside.kit.errors import Refused
from alongside.programmes.programmes import actions
from alongside.programmes.programmes.models import Programme
from alongside.programmes.programmes.weights import USUAL

TYPED = {
    "name": "Spring mentoring", "about": "For new leads", "starts_on": "2026-12-01", "ends_on": "",
    "open_to": "members", "most_mentees": "2", "months": "6",
}  # fmt: skip
BEGIN = "programmes.begin"


def test_a_coordinator_begins_one(as_, cast):
    page = as_(cast.cleo).post(reverse(BEGIN), TYPED)

    programme = Programme.objects.get()
    assert page.headers["Location"] == reverse("programmes.show", args=[programme.code])
    assert (programme.name, programme.organisation) == ("Spring mentoring", cast.northwind)
    assert Event.objects.filter(verb="programme.begun", about_code=programme.code, by=cast.cleo).exists()


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("name", "", "Enter the name of the programme"),
        ("starts_on", "soon", "Enter a date, such as 2027-03-27"),
        ("ends_on", "2026-11-30", "The last day must be after the first day"),
        ("most_mentees", "0", "Enter 1 or more"),
        ("months", "25", "Enter 24 or less"),
        ("groups", "A\nB\nC\nD\nE\nF\nG", "Name at most six groups"),
    ],
)
def test_what_cannot_be_is_named_and_the_rest_is_kept(as_, cast, field, typed, said):
    page = as_(cast.cleo).post(reverse(BEGIN), TYPED | {field: typed})

    assert page.status_code == 422
    assert said in page.content.decode()
    assert "For new leads" in page.content.decode()


def test_a_coordinator_changes_its_weights(as_, cast, programme):
    weights = USUAL | {"goals": 45, "values": 15}
    address = reverse("programmes.change", args=[programme.code])
    browser = as_(cast.cleo)
    page = browser.post(address, TYPED | weights)
    too_much = browser.post(address, TYPED | weights | {"values": 16})

    programme.refresh_from_db()
    assert (page.status_code, programme.weights) == (302, weights)
    assert too_much.status_code == 422
    assert "The points add up to 101" in too_much.content.decode()
    assert f'value="{weights["goals"]}"' in browser.get(address).content.decode()


def test_a_coordinator_names_the_groups_to_watch_one_a_line(as_, cast, programme):
    address = reverse("programmes.change", args=[programme.code])
    as_(cast.cleo).post(address, TYPED | USUAL | {"groups": "New here\n\n Works from elsewhere \nNew here"})

    programme.refresh_from_db()
    assert programme.groups == ["New here", "Works from elsewhere"]
    assert "New here\nWorks from elsewhere" in as_(cast.cleo).get(address).content.decode()


@pytest.mark.parametrize(("who", "status"), [("ben", 403), ("eve", 404), ("dev", 200)])
def test_only_who_runs_it_changes_it(as_, cast, programme, who, status):
    assert (
        as_(getattr(cast, who)).get(reverse("programmes.change", args=[programme.code])).status_code == status
    )


@pytest.mark.parametrize(("who", "status"), [("ben", 404), ("eve", 404), ("cleo", 200)])
def test_only_coordinators_begin_programmes(as_, cast, who, status):
    assert as_(getattr(cast, who)).get(reverse(BEGIN)).status_code == status


def test_what_the_pages_would_not_send_is_refused(cast, programme):
    with pytest.raises(Refused, match="add up to 100"):
        actions.change(programme, by=cast.cleo, weights=USUAL | {"goals": 90})
    programme.refresh_from_db()
    with pytest.raises(Refused, match="after the first day"):
        actions.change(programme, by=cast.cleo, ends_on=programme.starts_on)
    with pytest.raises(TypeError, match="a programme has no seed"):
        actions.change(programme, by=cast.cleo, seed=1)


@pytest.mark.parametrize(
    ("who", "open_to", "seen"),
    [("ben", "members", True), ("ben", "listed", False), ("cleo", "listed", True), ("eve", "members", False)],
)
def test_the_list_shows_what_one_may_see(as_, cast, programme, who, open_to, seen):
    Programme.objects.update(open_to=open_to)
    page = as_(getattr(cast, who)).get(reverse("programmes.index")).content.decode()

    assert (programme.name in page) == seen


@pytest.mark.parametrize("count", [1, 4])
def test_the_list_costs_the_same_however_long(as_, cast, programme, count, django_assert_num_queries):
    for number in range(count - 1):
        Programme.objects.create(
            organisation=cast.northwind, name=f"P{number}", starts_on=programme.starts_on
        )
    browser = as_(cast.ben)
    with django_assert_num_queries(2):
        browser.get(reverse("programmes.index"))
