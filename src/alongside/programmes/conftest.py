"""What the tests of this area share."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest

from alongside.programmes.programmes.models import Programme


@pytest.fixture
def programme(cast: SimpleNamespace) -> Programme:
    """Northwind's programme, which Cleo and Dev run and every member may join."""
    return Programme.objects.create(
        organisation=cast.northwind, name="Spring mentoring", starts_on=dt.date(2026, 12, 1)
    )
