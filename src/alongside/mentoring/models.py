"""The area's tables, where Django looks for them."""

from .advice.models import Action, Advice
from .agreements.models import Acceptance, Version
from .goals.models import Goal, Progress
from .meetings.models import AgendaItem, Meeting, Note, Series
from .mentorships.models import Mentorship, Participant

__all__ = [
    "Acceptance",
    "Action",
    "Advice",
    "AgendaItem",
    "Goal",
    "Meeting",
    "Mentorship",
    "Note",
    "Participant",
    "Progress",
    "Series",
    "Version",
]
