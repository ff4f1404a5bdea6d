"""When this happens, do that. The whole product's reactions and timed jobs, on one page."""

from __future__ import annotations

import procrastinate

from alongside.activity.events.listeners import LISTENERS
from alongside.people.profiles import notices as profiles

LISTENERS += [
    ("person.agreed", profiles.begin_a_profile),
]


def on_app_ready(app: procrastinate.App) -> None:
    """Register what happens with time."""
