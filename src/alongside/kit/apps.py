"""Prepares what the kit gives to every page."""

from __future__ import annotations

from django.apps import AppConfig

from .wording import say_it_our_way


class KitConfig(AppConfig):
    """Shared tools and the design system."""

    name = "alongside.kit"
    label = "kit"

    def ready(self) -> None:
        """Say Django's error sentences our way."""
        say_it_our_way()
