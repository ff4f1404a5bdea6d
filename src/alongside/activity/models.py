"""The area's tables, where Django looks for them."""

from .devices.models import Device
from .events.models import Event
from .mail.models import Letter
from .notices.models import Notice, Preference
from .once.models import Once

__all__ = ["Device", "Event", "Letter", "Notice", "Once", "Preference"]
