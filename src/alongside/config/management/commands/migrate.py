"""Django's ``migrate``, which makes the tables of an empty database from the models of today."""

from __future__ import annotations

from typing import Any

from django.core.management.commands import migrate

from alongside.config import tables


class Command(migrate.Command):
    """The migrations as ever, but on an empty database a tenth of the work (docs/decisions/0006)."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Make all tables at once if nothing is there and everything is wanted, then migrate."""
        if not options["app_label"] and not options["plan"] and not options["check_unapplied"]:
            tables.make_if_empty()
        super().handle(*args, **options)
