"""Bring the instance up to date: tables, cache, keys and static files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from alongside.config import keys

ONE_AT_A_TIME = 0x416C6F6E  # the number of our advisory lock


class Command(BaseCommand):
    """Run at every start; quick when there is nothing to do."""

    help = "Bring the database, the keys and the static files up to date."
    requires_system_checks: list[str] = []

    def handle(self, **options: Any) -> None:
        """Do each part, one process at a time."""
        with _one_at_a_time():
            _refuse_a_newer_database()
            call_command("migrate", verbosity=options["verbosity"], interactive=False)
            call_command("createcachetable", verbosity=0)
            keys.make_or_check()
        _collect_static()


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [ONE_AT_A_TIME])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [ONE_AT_A_TIME])


def _refuse_a_newer_database() -> None:
    loader = MigrationLoader(connection)
    unknown = {key for key in loader.applied_migrations if key[0] in loader.migrated_apps} - set(
        loader.disk_migrations
    )
    replaced = {key for migration in loader.replacements.values() for key in migration.replaces}
    if unknown - replaced:
        area, name = sorted(unknown - replaced)[0]
        raise CommandError(
            f"this database was made by a newer Alongside: it holds {area}.{name}, which this version does not "
            "know. Install that version again, or bring back a backup from before it."
        )


def _collect_static() -> None:
    if settings.WHITENOISE_USE_FINDERS:
        return
    stamp = Path(settings.STATIC_ROOT) / ".made-from"
    wanted = _state_of_static()
    if not stamp.exists() or stamp.read_text(encoding="ascii") != wanted:
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
        stamp.write_text(wanted, encoding="ascii")


def _state_of_static() -> str:
    state = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            seen = Path(storage.path(path)).stat()
            state.update(f"{path}:{seen.st_size}:{seen.st_mtime_ns}\n".encode())
    return state.hexdigest()
