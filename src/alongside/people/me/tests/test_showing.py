"""Everything that a person tells, on one page."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.people.careers import actions as careers
from alongside.people.careers.models import Launch, Position, Story
from alongside.people.me.queries import overview
from alongside.people.profiles import actions as profiles

POSITION = {"title": "Engineer", "company": "Harbour", "function": "engineering", "started": "2016-01-01"}


def page(browser):
    return browser.get(reverse("me.show"))


def test_whoever_told_nothing_yet_is_shown_where_to_begin(as_, cast):
    shown = page(as_(cast.ben))

    assert shown.status_code == 200
    assert len(shown.context["told"].missing) == 6
    assert "No position yet" in shown.text
    assert "Nobody: your career is private." in shown.text


@pytest.mark.parametrize("count", [1, 4])
def test_the_page_costs_the_same_however_much_is_told(as_, cast, count, django_assert_num_queries):
    profiles.begin(cast.ada)
    profiles.change(cast.ada.profile, by=cast.ada, headline="Payments", languages=["sv"], findable_by=["companies"],
                    values=[0] * 8, topics=["Pricing"], channels=["video"])  # fmt: skip
    for number in range(count):
        careers.add(Position, cast.ada, by=cast.ada, **POSITION | {"title": f"Job {number}"})
        careers.add(Launch, cast.ada, by=cast.ada, product="Till", problem="Queues", part="All")
        careers.add(
            Story, cast.ada, by=cast.ada, kind="failure", title="Late", happened="We were", learned="Cut"
        )
    browser = as_(cast.ada)
    page(browser)

    with django_assert_num_queries(5):
        shown = page(browser)

    assert shown.text.count("Ask a colleague to confirm") == 2 * count
    assert "Swedish" in shown.text
    assert [words for words, _address in overview(cast.ada).missing] == ["Say when you can meet"]
