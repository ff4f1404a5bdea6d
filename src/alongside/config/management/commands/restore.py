"""Bring a backup back: everything is checked before anything is changed."""

from __future__ import annotations

import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from alongside import __version__
from alongside.config.backups import archive, database
from alongside.config.secrets import KeyMissing


class Command(BaseCommand):
    """``alongside restore FILE``."""

    help = "Bring a backup back."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Ask for the file, and whether it may replace something."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--replace", action="store_true")

    def handle(self, **options: Any) -> None:
        """Check the file, the version and the place; then replace all or nothing."""
        source = Path(options["file"]).absolute()
        if database.holds_people() and not options["replace"]:
            raise CommandError(
                "this instance holds people already; --replace removes them and puts the backup there."
            )
        try:
            with archive.opened(source) as (tar, manifest):
                _demand_known(manifest)
                _bring_back(tar, manifest)
        except (OSError, archive.NotABackup, database.Failed) as error:
            raise CommandError(f"nothing was changed: {error}") from error
        self.stdout.write(f"Brought back what was saved at {manifest.made_at}.")
        _bring_up_to_date()


def _demand_known(manifest: archive.Manifest) -> None:
    if manifest.format > archive.FORMAT or _number(manifest.alongside) > _number(__version__):
        raise archive.NotABackup(
            f"it was made by Alongside {manifest.alongside} and this is {__version__}. Install the newer version first."
        )


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def _bring_back(tar: tarfile.TarFile, manifest: archive.Manifest) -> None:
    place = Path(settings.MEDIA_ROOT)
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place.parent, prefix=".restore-") as folder:
        fresh = Path(folder) / "files"
        fresh.mkdir()
        archive.extract_files(tar, manifest, fresh)
        dump = tar.extractfile(archive.DUMP)
        if dump is None:
            raise archive.NotABackup("it holds no database.")
        copy = Path(folder) / archive.DUMP
        with copy.open("wb") as out:
            shutil.copyfileobj(dump, out)
        connection.close()
        with copy.open("rb") as content, _swapped(place, fresh, Path(folder) / "before"):
            database.replace(content)


@contextmanager
def _swapped(place: Path, fresh: Path, before: Path) -> Iterator[None]:
    """Put the new files in place; put the old ones back if the database refuses."""
    place.mkdir(exist_ok=True)
    place.rename(before)
    fresh.rename(place)
    try:
        yield
    except BaseException:
        place.rename(fresh)
        before.rename(place)
        raise


def _bring_up_to_date() -> None:
    try:
        call_command("prepare", verbosity=0)
    except KeyMissing as missing:
        raise CommandError(f"the backup is back, but {missing}") from missing
