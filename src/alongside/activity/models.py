"""The area's tables, where Django looks for them."""

from .events.models import Event
from .mail.models import Letter
from .notices.models import Notice, Preference
from .once.models import Once

__all__ = ["Event", "Letter", "Notice", "Once", "Preference"]
