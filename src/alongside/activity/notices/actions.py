"""Tell a person something inside the product; they read it when they like."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.functional import Promise

from .models import Notice


def tell(
    person: Any,  # Any: persons live in an area above
    *,
    kind: str,
    text: str | Promise,
    url: str = "",
) -> Notice | None:
    """Give ``person`` one line with a link, in their language. Call it from a listener.

    Nobody tells a person who is deactivated: the answer is None then.
    """
    if not person.is_active:
        return None
    with translation.override(person.language or settings.LANGUAGE_CODE):
        return Notice.objects.create(person=person, kind=kind, text=str(text)[:300], url=url)


@transaction.atomic
def read(person: Any, notices: Any, *, at: dt.datetime) -> int:
    """Mark ``notices`` as read by ``person``; return how many were new to them."""
    return int(notices.filter(person=person, read_at=None).update(read_at=at))
