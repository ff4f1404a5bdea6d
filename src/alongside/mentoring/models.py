"""The area's tables, where Django looks for them."""

from .advice.models import Action, Advice
from .agreements.models import Acceptance, Version
from .feedback.models import Feedback
from .goals.models import Goal, Progress
from .introductions.models import Introduction, Outcome
from .meetings.models import AgendaItem, Meeting, Note, Series
from .mentorships.models import Mentorship, Participant

__all__ = [
    "Acceptance",
    "Action",
    "Advice",
    "AgendaItem",
    "Feedback",
    "Goal",
    "Introduction",
    "Meeting",
    "Mentorship",
    "Note",
    "Outcome",
    "Participant",
    "Progress",
    "Series",
    "Version",
]
