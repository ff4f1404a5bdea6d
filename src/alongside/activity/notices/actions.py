"""Read a notice, or all of them. ``tell`` is here too: it is called by listeners, for nobody in particular."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from alongside.activity.events.record import record
from alongside.kit.clock import now
from alongside.kit.rules import require

from . import rules
from .models import Notice
from .telling import tell

__all__ = ["read", "read_all", "tell"]


@transaction.atomic
def read(notice: Notice, *, by: Any) -> None:  # Any: persons live in an area above
    """Mark a notice as read; a second time changes nothing."""
    require(rules.can_read(by, notice))
    if notice.read_at is None:
        notice.read_at = now()
        notice.save(update_fields=["read_at"])
        record("notice.read", by=by, about=notice)


@transaction.atomic
def read_all(*, by: Any) -> None:
    """Mark everything that a person was told as read."""
    require(by.is_active)
    if Notice.objects.visible_to(by).unread().update(read_at=now()):
        record("notices.read", by=by, about=by)
