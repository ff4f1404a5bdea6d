"""The vault's tables, where Django looks for them."""

from .keys.models import DataKey

__all__ = ["DataKey"]
