"""A character that no database keeps is passed over before a page asks the database for it."""

from __future__ import annotations

import pytest
from django.urls import reverse


@pytest.mark.parametrize(
    ("page", "asked", "status"),
    [
        ("evidence.add", "skill=x%00y", 404),
        ("evidence.add", "skill=%0%000", 200),
        ("search.compare", "mentor=%00", 200),
    ],
)
def test_nul_in_the_question_of_an_address_is_passed_over(as_, cast, page, asked, status):
    assert as_(cast.ben).get(f"{reverse(page)}?{asked}").status_code == status
