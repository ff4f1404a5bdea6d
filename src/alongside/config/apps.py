"""Connects the reactions when Django has started."""

from __future__ import annotations

import importlib

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Loads the page of reactions once all areas are there."""

    name = "alongside.config"
    label = "config"

    def ready(self) -> None:
        """Read the wiring and the timed jobs, which add themselves."""
        importlib.import_module("alongside.config.wiring")
        importlib.import_module("alongside.config.leaving")
        importlib.import_module("alongside.config.shelves")
        importlib.import_module("alongside.config.jobs")
        importlib.import_module("alongside.activity.tidying")
        importlib.import_module("alongside.activity.notices.digests")
        importlib.import_module("alongside.matching.likeness.making")
        importlib.import_module("alongside.matching.search.wide.building")
