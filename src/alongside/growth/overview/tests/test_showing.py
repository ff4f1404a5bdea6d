"""Growth at a glance."""

from __future__ import annotations

from django.urls import reverse

from alongside.growth.overview.shelves import filled
from alongside.growth.portfolio import actions as portfolio
from alongside.people.careers import actions
from alongside.people.careers.models import Story
from alongside.vault.keys.keyring import destroy
from alongside.vault.models import DataKey


def test_a_story_names_the_skills_that_it_shows(as_, cast):
    actions.add(Story, cast.ben, by=cast.ben, kind="failure", title="Late", happened="We were", learned="Cut early",
                skills=["B3", "Z9"])  # fmt: skip

    page = as_(cast.ben).get(reverse("growth.index"))

    assert [told.skills for told in page.context["stories"]] == [["Prioritisation and roadmapping"]]
    assert "Cut early" in page.text
    assert "No position yet" in page.text


def test_the_record_costs_ten_queries_at_most(as_, cast, django_assert_max_num_queries):
    portfolio.tell({"title": "Warning drivers", "problem": "Jams"}, by=cast.ben)
    ben = as_(cast.ben)
    ben.get(reverse("growth.record"))
    with django_assert_max_num_queries(10):
        ben.get(reverse("growth.record"))


def test_the_record_shows_only_shelves_on_which_something_stands(as_, cast):
    address = reverse("growth.record")
    assert "begins with the first thing" in as_(cast.ben).get(address).text
    portfolio.tell({"title": "Warning drivers", "problem": "Jams"}, by=cast.ben)

    part = as_(cast.ben).get(address, headers={"HX-Request": "true"})
    assert [str(shelf.name) for shelf, _lines in filled(cast.ben)] == ["Portfolio"]
    assert ["Warning drivers" in part.text, "<html" in part.text] == [True, False]
    assert "Warning drivers" not in as_(cast.eve).get(address).text


def test_a_shelf_whose_key_is_destroyed_is_empty(cast):
    portfolio.tell({"title": "Warning drivers", "problem": "Jams"}, by=cast.ben)
    destroy(DataKey.objects.get(pk=cast.ben.key_id))

    assert filled(cast.ben) == []
