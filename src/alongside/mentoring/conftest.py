"""What the tests of this area share."""

from __future__ import annotations

import pytest

from alongside.mentoring.agreements import actions as agreements
from alongside.mentoring.goals import actions as goals
from alongside.mentoring.mentorships import actions as mentorships
from alongside.people.offers.models import Offer


@pytest.fixture
def pair(cast):
    """Ada mentors Ben, in the only place that she has."""
    Offer.objects.create(person=cast.ada, capacity=1, taken=1)
    return mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Lead a discovery cycle alone")


@pytest.fixture
def draft(cast, pair):
    """Version 1 of their agreement."""
    return agreements.draft(pair, by=cast.ada)


LEVELS = ["no interviews", "two interviews", "five interviews", "a decision", "a shipped change"]


@pytest.fixture
def goal(cast, pair):
    """Ben's goal, as he wrote it."""
    return goals.set(
        pair, by=cast.ben, title="Run a discovery cycle", levels=LEVELS, quarter="2027-Q1", weight=2
    )


@pytest.fixture
def agreed(cast, goal):
    """Ben's goal, and Ada has agreed to its levels."""
    goals.agree(goal, by=cast.ada)
    return goal
