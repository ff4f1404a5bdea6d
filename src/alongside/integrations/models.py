"""The area's tables, where Django looks for them."""

from .calendar.models import Feed

__all__ = ["Feed"]
