"""A request from Ben to Ada."""

from __future__ import annotations

import pytest

from alongside.matching.requests import actions
from alongside.matching.requests.models import Request

QUESTION = "How did you tell your director that the roadmap was wrong?"


def ask(mentor, mentee, **more) -> Request:
    """Send a request with a goal and a question."""
    words = {"brief": None, "goal": "Lead a release", "question": QUESTION, **more}
    return actions.send(mentor, by=mentee, **words)


@pytest.fixture
def asked(cast, offer) -> Request:
    """Ben asked Ada."""
    return ask(cast.ada, cast.ben)
