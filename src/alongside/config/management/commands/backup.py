"""Write one file that holds the database and the uploaded files."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from alongside.config import secrets
from alongside.config.backups import archive, database
from alongside.kit.clock import now

KEEP_THE_KEY = """The key that opens private texts is not in it: keep a copy of {place}
apart from the backups. Without it, private notes and journals stay unreadable."""


class Command(BaseCommand):
    """``alongside backup FILE``."""

    help = "Write a backup file; people can go on working."

    def add_arguments(self, parser: CommandParser) -> None:
        """Ask for the file."""
        parser.add_argument("file", type=Path)

    def handle(self, **options: Any) -> None:
        """Dump, pack and say what is not in it."""
        target = Path(options["file"]).absolute()
        if target.exists():
            raise CommandError(f"{target} exists already; a backup overwrites nothing.")
        if not target.parent.is_dir():
            raise CommandError(f"there is no folder {target.parent}.")
        try:
            manifest = _write(target)
        except (OSError, database.Failed) as error:
            raise CommandError(f"no backup was written: {error}") from error
        size = target.stat().st_size / 1_000_000
        self.stdout.write(
            f"Wrote {target}: the database and {len(manifest.members) - 1} files, {size:.1f} MB."
        )
        self.stdout.write(KEEP_THE_KEY.format(place=secrets.key_place()))


def _write(target: Path) -> archive.Manifest:
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".backup-") as folder:
        dump = Path(folder) / archive.DUMP
        database.dump(dump)
        return archive.write(target, dump, Path(settings.MEDIA_ROOT), now())
