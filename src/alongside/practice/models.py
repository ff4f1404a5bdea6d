"""The area's tables, where Django looks for them."""

from .comments.models import Comment
from .scoring.models import Judgement, ScoringRound
from .worksheets.models import Version, Worksheet

__all__ = ["Comment", "Judgement", "ScoringRound", "Version", "Worksheet"]
