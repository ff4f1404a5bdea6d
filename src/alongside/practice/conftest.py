"""What the tests of this area share."""

from __future__ import annotations

import pytest
from django.urls import reverse

from alongside.mentoring.mentorships import actions as mentorships
from alongside.people.offers.models import Offer
from alongside.practice.tools.registry import TOOLS
from alongside.practice.worksheets import actions


@pytest.fixture
def pair(cast):
    """Ada mentors Ben, in the only place that she has."""
    Offer.objects.create(person=cast.ada, capacity=1, taken=1)
    return mentorships.begin(cast.ada, cast.ben, by=cast.ada, purpose="Put the release right")


@pytest.fixture
def sheet(cast, pair):
    """Ben's overfull release, which Ada works on with him."""
    tool = TOOLS["moscow"]
    return actions.start(tool, by=cast.ben, title="Spring release", sheet=tool.example, mentorship=pair)


@pytest.fixture
def to():
    """``to("rows.change", sheet, "r1")`` is an address."""
    return lambda name, thing, *more: reverse(name, args=[thing.code, *more])
