"""S5, look inside and beyond the organisation: each mentor chooses who finds them."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.django_db(transaction=True)
FIND = "Find the mentor who has done what you want to do next"


def names(seat) -> set[str]:
    return {one.inner_text() for one in seat.page.locator("#results .mentor h2").all()}


def test_ben_looks_inside_and_outside_and_each_mentor_decides_who_finds_them(sit, cast, mentors):
    ben = sit(cast.ben, color_scheme="dark")
    ben.go("/find/?where=inside", FIND)
    ben.scan(FIND)
    inside = names(ben)
    ben.go("/find/?where=outside", FIND)
    outside = names(ben)
    assert (inside, "Ines Duarte" in outside) == ({"Ada Lindqvist", "Farid Haddad"}, True)

    farid = sit(mentors["Farid Haddad"])
    farid.go("/people/profiles/finders/", "Who may find you")
    farid.scan("Who may find you")
    for who in ("My organisation", "Everyone on this instance"):
        farid.page.get_by_label(who).uncheck()
    farid.press("Save")
    ben.go("/find/?where=inside", FIND)
    assert names(ben) == {"Ada Lindqvist"}
    farid_page = f"/find/{mentors['Farid Haddad'].code}/"
    assert ben.page.request.get(ben.base + farid_page).status == 404
