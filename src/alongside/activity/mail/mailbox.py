"""Who may read letters in the browser."""

from __future__ import annotations

from typing import Any

from django.conf import settings


def is_open_to(person: Any) -> bool:  # Any: persons live in an area above
    """In the demo everybody; where no mail server is named, who runs the instance; otherwise nobody."""
    if settings.DEMO:
        return True
    return bool(person and person.runs_instance and not settings.SMTP_HOST)
