"""Who may do what with a notice."""

from __future__ import annotations

from typing import Any

from alongside.kit.rules import rule

from .models import Notice


@rule(Notice)
def can_read(person: Any, notice: Notice) -> bool:  # Any: persons live in an area above
    """Only the person who was told."""
    return bool(notice.person_id == person.pk)
