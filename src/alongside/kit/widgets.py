"""Widgets that Django does not have."""

from __future__ import annotations

from typing import Any

from django.forms import widgets
from django.utils.functional import Promise


class Slider(widgets.NumberInput):
    """A slider between two words, each an end of the scale; a plain number field where sliders are unknown."""

    input_type = "range"
    template_name = "ui/slider.html"

    def __init__(
        self, left: str | Promise, right: str | Promise, attrs: dict[str, Any] | None = None
    ) -> None:
        super().__init__({"min": -2, "max": 2, "step": 1, **(attrs or {})})
        self.left, self.right = left, right

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the words at the two ends."""
        context = super().get_context(name, 0 if value in (None, "") else value, attrs)
        context["widget"] |= {"left": self.left, "right": self.right}
        return context
