"""Tells open pages that something on them changed, when the transaction of the change is done."""

from __future__ import annotations

from django.db import connection

CHANNEL = "alongside_live"


def tell(topic: str, part: str) -> None:
    """Tell who follows ``topic`` (a code) that ``part`` of it changed; what anybody wrote never travels."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, f"{topic} {part}"])
