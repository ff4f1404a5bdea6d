"""The area's tables, where Django looks for them."""

from .comments.models import Comment, OnAgenda
from .interviews.models import Interview, Rating, Reply
from .playbooks.models import Playbook
from .rehearsals.models import Objection, Rehearsal, Score, Take
from .scoring.models import Judgement, ScoringRound
from .worksheets.models import Version, Worksheet

__all__ = [
    "Comment",
    "Interview",
    "Judgement",
    "Objection",
    "OnAgenda",
    "Playbook",
    "Rating",
    "Rehearsal",
    "Reply",
    "Score",
    "ScoringRound",
    "Take",
    "Version",
    "Worksheet",
]
