"""Growth at a glance."""

from __future__ import annotations

from django.urls import reverse

from alongside.people.careers import actions
from alongside.people.careers.models import Story


def test_a_story_names_the_skills_that_it_shows(as_, cast):
    actions.add(Story, cast.ben, by=cast.ben, kind="failure", title="Late", happened="We were", learned="Cut early",
                skills=["B3", "Z9"])  # fmt: skip

    page = as_(cast.ben).get(reverse("growth.index"))

    assert [told.skills for told in page.context["stories"]] == [["Prioritisation and roadmapping"]]
    assert "Cut early" in page.text
    assert "No position yet" in page.text
