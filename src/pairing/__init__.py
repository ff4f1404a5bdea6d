"""Who suits whom, and why: the fit of mentees and mentors, exact and explained, in plain Python and NumPy."""

from .criteria import Gap, Part, Reason
from .errors import InputError
from .fit import (
    PARTS,
    Explanation,
    Pool,
    Scores,
    different_angle,
    explain_pair,
    prepare,
    ranked,
    score_all,
    score_block,
    shortlist,
)
from .gates import Closed, Gate
from .problem import GoalSkill, Mentee, Mentor, Tag
from .week import free_week, overlap_hours
from .weights import BOUNDS, Weights
from .words import words

__all__ = [
    "BOUNDS",
    "PARTS",
    "Closed",
    "Explanation",
    "Gap",
    "Gate",
    "GoalSkill",
    "InputError",
    "Mentee",
    "Mentor",
    "Part",
    "Pool",
    "Reason",
    "Scores",
    "Tag",
    "Weights",
    "different_angle",
    "explain_pair",
    "free_week",
    "overlap_hours",
    "prepare",
    "ranked",
    "score_all",
    "score_block",
    "shortlist",
    "words",
]
