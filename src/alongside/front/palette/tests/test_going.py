"""The palette leads to pages, to one's own mentorships, and only to people who may be found."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from alongside.mentoring.mentorships import actions as mentorships
from alongside.people.profiles.models import Profile

PALETTE = reverse("palette")


@pytest.fixture
def open_people(cast):
    """Ada, Ben and Cleo may be found by colleagues."""
    for one in (cast.ada, cast.ben, cast.cleo):
        Profile.objects.update_or_create(person=one, defaults={"findable_by": ["companies"]})
    return cast


def targets(browser, words: str) -> list[str]:
    html = browser.get(PALETTE, {"words": words}, headers={"HX-Request": "true"}).content.decode()
    assert "<h1" not in html
    return re.findall(r'<a href="([^"?]+)', html)


def test_without_words_it_lists_the_places(as_, cast):
    assert targets(as_(cast.ben), "")[:2] == [reverse("today"), reverse("search.index")]


@pytest.mark.parametrize(("words", "name"), [("own calendar", "calendar.index"), ("bring", "imports.index")])
def test_pages_are_found_by_their_name(as_, cast, words, name):
    assert targets(as_(cast.ben), words) == [reverse(name)]


def test_people_are_found_by_name_by_who_may_find_them_alone(as_, open_people):
    ada = reverse("search.mentor", args=[open_people.ada.code])

    assert targets(as_(open_people.ben), "lindq") == [ada]
    assert targets(as_(open_people.eve), "lindq") == [reverse("search.index")]


def test_who_stays_back_is_not_found_by_name(as_, open_people):
    Profile.objects.filter(person=open_people.ada).update(identity_light=True)

    assert targets(as_(open_people.ben), "lindq") == [reverse("search.index")]


def test_one_s_own_mentorships_are_found_by_the_other_s_name(as_, open_people):
    pair = mentorships.begin(
        open_people.ada, open_people.ben, by=open_people.ada, purpose="Become a PM", format="long"
    )
    show = reverse("mentorships.show", args=[pair.code])

    assert targets(as_(open_people.ben), "become") == [show]
    assert show not in targets(as_(open_people.cleo), "become")


def test_it_is_a_page_of_its_own_without_javascript(as_, cast):
    html = as_(cast.ben).get(PALETTE, {"words": "%_\x00 find"}).content.decode()

    assert ("Go to …</h1>" in html, 'value="%_ find"' in html) == (True, True)


def test_it_costs_the_same_however_many(as_, open_people, django_assert_max_num_queries):
    browser = as_(open_people.ben)

    with django_assert_max_num_queries(4):
        targets(browser, "ada")
