"""Reading feeds by their token."""

from __future__ import annotations

import hashlib

from .models import Feed


def digest(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def by_token(token: str) -> Feed | None:
    """The feed with this address, if it works and its person has not left."""
    rows = Feed.objects.select_related("person").filter(token_digest=digest(token), person__is_active=True)
    return rows.first()
