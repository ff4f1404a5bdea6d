"""The area's tables, where Django looks for them."""

from .availability.models import Window
from .busy.models import BusyCalendar, DayOff
from .careers.models import Launch, Position, Story, Transition
from .imports.models import Import
from .offers.models import Offer
from .profiles.models import Profile
from .vouching.models import Vouch

__all__ = [
    "BusyCalendar",
    "DayOff",
    "Import",
    "Launch",
    "Offer",
    "Position",
    "Profile",
    "Story",
    "Transition",
    "Vouch",
    "Window",
]
