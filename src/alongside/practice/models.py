"""The area's tables, where Django looks for them."""

from .worksheets.models import Version, Worksheet

__all__ = ["Version", "Worksheet"]
