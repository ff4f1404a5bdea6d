"""Tell a person something inside the product; they read it when they like."""

from __future__ import annotations

from typing import Any

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
    with translation.override(person.language):
        return Notice.objects.create(person=person, kind=kind, text=str(text)[:300], url=url)
