"""A character that no database keeps is stopped before a page asks the database for it."""

from __future__ import annotations

import pytest
from django.urls import reverse


@pytest.mark.parametrize(("page", "name"), [("evidence.add", "skill"), ("search.compare", "mentor")])
def test_an_address_with_nul_in_it_leads_nowhere(as_, cast, page, name):
    answer = as_(cast.ben).get(f"{reverse(page)}?{name}=x%00y")

    assert (answer.status_code, "<h1" in answer.content.decode()) == (404, True)
