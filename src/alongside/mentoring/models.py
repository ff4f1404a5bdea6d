"""The area's tables, where Django looks for them."""

from .advice.models import Action, Advice
from .agreements.models import Acceptance, Version
from .circles.models import CircleInvitation
from .common_ground.models import CommonGround
from .confidences.models import Confidence
from .documents.models import Document
from .feedback.models import Feedback
from .goals.models import Goal, Progress
from .health.models import Alert
from .help.models import Concern, Contact
from .impact.models import Certificate
from .introductions.models import Introduction, Outcome
from .leading.models import Leadership
from .learning.models import Learning
from .meetings.models import AgendaItem, Attendance, Meeting, Note, Series, Suggestion
from .mentorships.models import Mentorship, Participant
from .messages.models import Attachment, Draft, Message, Reading
from .pulse.models import Pulse, PulseAnswer
from .reviews.models import Review, ReviewAnswer
from .soundings.models import Sounding, SoundingLink, Voice

__all__ = [
    "Acceptance",
    "Action",
    "Advice",
    "AgendaItem",
    "Alert",
    "Attachment",
    "Attendance",
    "Certificate",
    "CircleInvitation",
    "CommonGround",
    "Concern",
    "Confidence",
    "Contact",
    "Document",
    "Draft",
    "Feedback",
    "Goal",
    "Introduction",
    "Leadership",
    "Learning",
    "Meeting",
    "Mentorship",
    "Message",
    "Note",
    "Outcome",
    "Participant",
    "Progress",
    "Pulse",
    "PulseAnswer",
    "Reading",
    "Review",
    "ReviewAnswer",
    "Series",
    "Sounding",
    "SoundingLink",
    "Suggestion",
    "Version",
    "Voice",
]
