"""Fills an empty instance with the demo's people."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from alongside.accounts.persons.models import Person
from alongside.demo.load import load


class Command(BaseCommand):
    """``manage demo``: fill an empty instance; an instance with people in it is left alone."""

    help = "Fill an empty instance with the demo's people."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002  Django's signature
        """Load the demo once."""
        if Person.objects.exists():
            return
        self.stdout.write("Sixty people are moving in; this takes a moment.")
        load()
