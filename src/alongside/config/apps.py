"""Connects the reactions when Django has started."""

from __future__ import annotations

import importlib
from pathlib import Path

from django.apps import AppConfig

PRODUCT = Path(__file__).resolve().parents[1]


class ConfigConfig(AppConfig):
    """Loads the page of reactions once all areas are there."""

    name = "alongside.config"
    label = "config"

    def ready(self) -> None:
        """Read the wiring and the timed jobs, which add themselves."""
        importlib.import_module("alongside.config.wiring")
        importlib.import_module("alongside.config.leaving")
        importlib.import_module("alongside.config.shelves")
        importlib.import_module("alongside.config.deciding")
        importlib.import_module("alongside.config.winning")
        importlib.import_module("alongside.config.evidencing")
        importlib.import_module("alongside.config.planning")
        importlib.import_module("alongside.config.agendas")
        importlib.import_module("alongside.config.jobs")
        importlib.import_module("alongside.activity.tidying")
        importlib.import_module("alongside.activity.notices.digests")
        importlib.import_module("alongside.matching.likeness.making")
        importlib.import_module("alongside.matching.search.wide.building")
        for path in sorted(
            PRODUCT.glob("*/*/timed.py")
        ):  # what is due by itself in each noun; none is forgotten
            importlib.import_module(".".join(path.relative_to(PRODUCT.parent).with_suffix("").parts))
