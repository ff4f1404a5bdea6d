"""What those who hire look for is read by role and by stage, with what it rests on."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.growth.hiring.pages import GUIDES
from alongside.growth.skills.shipped import shipped


def test_every_page_says_what_it_rests_on_and_where_to_practise(as_, cast):
    ben = as_(cast.ben)
    index = ben.get(reverse("hiring.index")).text

    for guide in GUIDES.values():
        page = ben.get(reverse("hiring.show", args=[guide.key])).text
        assert reverse("hiring.show", args=[guide.key]) in index
        assert [one.source.url in page for one in guide.facts] == [True] * len(guide.facts)
        assert [bool(guide.facts), reverse("interviews.start") in page] == [True, True]


@pytest.mark.parametrize("view", ["decisions.index", "interviews.index"])
def test_it_is_reached_from_decisions_and_from_interviews(as_, cast, view):
    assert reverse("hiring.index") in as_(cast.ben).get(reverse(view)).text


def test_a_page_that_is_not_there_is_not_found(as_, cast):
    assert as_(cast.ben).get(reverse("hiring.show", args=["emperor"])).status_code == 404
    assert {guide.role for guide in GUIDES.values() if guide.role} <= set(shipped()["roles"])
