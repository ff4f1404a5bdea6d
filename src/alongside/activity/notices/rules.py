"""Who may do what with a notice."""

from __future__ import annotations

from typing import Any

from alongside.kit.rules import rule

from .models import Notice, Preference


@rule(Notice)
def can_read(person: Any, notice: Notice) -> bool:  # Any: persons live in an area above
    """Only the person who was told."""
    return bool(notice.person_id == person.pk)


@rule(Preference)
def can_choose(person: Any, preference: Preference) -> bool:  # Any: as above
    """Everybody chooses how they are told themself; the link in a letter chooses for who got it."""
    return bool(preference.person_id == person.pk)
