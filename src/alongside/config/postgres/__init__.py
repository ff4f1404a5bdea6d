"""The PostgreSQL that Alongside brings along: where it lives, how it is started, who may speak to it."""

from __future__ import annotations

from typing import Any

from psycopg.conninfo import conninfo_to_dict

from alongside.config import env

from .places import DATABASE, ROLE, Places

__all__ = ["database_settings"]

DJANGO_NAMES = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
POOL = {"min_size": 1, "timeout": 2, "reconnect_timeout": 1}
"""Short patience: after an outage a new request asks anew, instead of waiting for an attempt that backs off."""


def database_settings(url: str | None = None) -> dict[str, Any]:
    """Return Django's settings for the database at ``url``, or for the embedded one; starts nothing."""
    settings = _external(url) if url else _embedded()
    settings |= {"ENGINE": "django.db.backends.postgresql", "CONN_HEALTH_CHECKS": True}
    if not env.flag("ALONGSIDE_TESTING"):
        settings["OPTIONS"]["pool"] = POOL | {"max_size": env.number("DATABASE_POOL", 8)}
    return settings


def _embedded() -> dict[str, Any]:
    socket = Places.of().socket
    return {"HOST": str(socket), "PORT": "5432", "NAME": DATABASE, "USER": ROLE, "OPTIONS": {}}


def _external(url: str) -> dict[str, Any]:
    given = {name: value for name, value in conninfo_to_dict(url).items() if value is not None}
    named = {DJANGO_NAMES[name]: str(given.pop(name)) for name in list(given) if name in DJANGO_NAMES}
    return {"OPTIONS": given, **named}
