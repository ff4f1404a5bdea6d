"""An instance that runs: its database is up and Django has read its settings."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import django
from django.db import connections

from alongside.config import env
from alongside.config.postgres.launcher import ensure_running


@contextmanager
def running() -> Iterator[None]:
    """Start or join the database, set Django up, and leave both when done."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
    server = None if env.text("DATABASE_URL") else ensure_running()
    try:
        django.setup()
        yield
    finally:
        hang_up()
        if server:
            server.stop()


def hang_up() -> None:
    """Close every connection and pool of this process, so that none is shared with one that it forks."""
    if not env.text("DJANGO_SETTINGS_MODULE"):
        return
    for connection in connections.all(initialized_only=True):
        connection.close()
        close_pool = getattr(connection, "close_pool", None)
        if close_pool:
            close_pool()
