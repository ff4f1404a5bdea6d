"""``alongside manage rewrap``: lay everything under the newest key-encryption key, so that the older can go."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import QuerySet

from alongside.accounts.sign_in import factors as factors_
from alongside.vault.keys.keyring import Unreadable, rewrap, wrapped_by_older


class Command(BaseCommand):
    """Change the key-encryption key. People go on working meanwhile; broken off, it goes on where it was."""

    help = "Wrap every data key by the first key of ALONGSIDE_KEYS, so that the others can be taken out."

    def handle(self, *_: Any, **__: Any) -> None:
        """Say how many were wrapped anew, and fail while one of them needs an older key that is not there."""
        keys = _each(wrapped_by_older(), rewrap)
        factors = _each(factors_.sealed_by_older(), factors_.reseal)
        self.stdout.write(
            f"{keys[0]} data keys and {factors[0]} second factors lie under the newest key now."
        )
        if keys[1] or factors[1]:
            raise CommandError(
                f"{keys[1]} data keys and {factors[1]} second factors need a key that is not in ALONGSIDE_KEYS. "
                "Put it back and run this again."
            )


def _each(rows: QuerySet[Any], wrap: Callable[[Any], bool]) -> tuple[int, int]:
    """How many changed, and how many could not be opened."""
    done, closed = 0, 0
    for row in rows.order_by("pk").iterator():
        try:
            done += wrap(row)
        except Unreadable:
            closed += 1
    return done, closed
