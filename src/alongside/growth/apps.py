"""Brings the skills frameworks that ship after each migration."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db import connection
from django.db.models.signals import post_migrate
from django.utils.module_loading import import_string


class GrowthConfig(AppConfig):
    """A person's own record, across mentorships."""

    name = "alongside.growth"
    label = "growth"

    def ready(self) -> None:
        """Ask Django to call us when the tables are there."""
        post_migrate.connect(_ship, sender=self)


def _ship(**_about: Any) -> None:  # Any: Django's own keywords
    if "growth_skill" in connection.introspection.table_names():
        import_string("alongside.growth.skills.shipped.ship_frameworks")()  # models are not there at import
