"""A launch or a story says which skills it shows, and becomes evidence from there."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.growth.evidence import sources
from alongside.people.careers import actions as careers
from alongside.people.careers.models import Launch, Story

TOLD = {
    "launches": (Launch, {"product": "Depots", "problem": "Late", "part": "I decided"}),
    "stories": (Story, {"title": "Depots", "kind": "success", "happened": "It went", "learned": "Ask first"}),
}


@pytest.mark.parametrize("tagged", TOLD)
def test_it_is_tagged_and_offered_as_evidence_for_that_skill(as_, cast, tagged):
    kind, fields = TOLD[tagged]
    part = careers.add(kind, cast.ben, by=cast.ben, **fields)
    address, ben = reverse("tags.show", args=[tagged, part.code]), as_(cast.ben)
    assert address in ben.get(reverse("me.show")).text
    many = ben.post(address, {"skills": ["A1", "A2", "A3", "A4", "B1", "B2"]})
    assert (many.status_code, "five skills or fewer" in many.text, many.text.count("checked")) == (
        422,
        True,
        6,
    )
    assert "Choose skills of the framework" in ben.post(address, {"skills": ["Z9"]}).text
    ben.post(address, {"skills": ["B3", "D1"]})

    part.refresh_from_db()
    assert part.skills == ["B3", "D1"]
    assert ben.get(address).text.count("checked") == 2
    found = sources.found(cast.ben, [])
    assert [(one.title, one.skills) for one in found] == [("Depots", ("B3", "D1"))]
    form = ben.get(f"{reverse('evidence.add')}?of={found[0].name}").text
    assert ["selected" in form, "Depots" in form] == [True, True]
    assert {as_(one).get(address).status_code for one in (cast.ada, cast.eve)} == {404}
