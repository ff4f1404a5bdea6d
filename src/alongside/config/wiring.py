"""When this happens, do that. The whole product's reactions and timed jobs, on one page."""

from __future__ import annotations

import procrastinate

from alongside.activity.events.listeners import LISTENERS

LISTENERS += []


def on_app_ready(app: procrastinate.App) -> None:
    """Register what happens with time."""
