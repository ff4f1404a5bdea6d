"""Who suits whom, and why: the fit of mentees and mentors, exact and explained, in plain Python and NumPy."""

from . import bitmaps
from .assignment import VERSION, Assignment
from .audit import Audit, Group, audit
from .criteria import Gap, Part, Reason
from .crowd import Block, Crowd, Gathering, Listed
from .errors import InputError
from .fair import fair
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
from .flow import Cancelled
from .gates import Closed, Gate
from .likeness import Likeness, marker, packaged
from .problem import GoalSkill, Mentee, Mentor, Tag
from .rounds import Problem
from .rules import Rules
from .search import Ask, ask
from .solve import assign
from .stable import blocking_pairs, stable
from .tabular import mentees_of, mentors_of
from .week import free_week, overlap_hours
from .weights import BOUNDS, Weights
from .whatif import Changes, Why, explain, rematch
from .words import words

__all__ = [
    "BOUNDS",
    "PARTS",
    "VERSION",
    "Ask",
    "Assignment",
    "Audit",
    "Block",
    "Cancelled",
    "Changes",
    "Closed",
    "Crowd",
    "Explanation",
    "Gap",
    "Gate",
    "Gathering",
    "GoalSkill",
    "Group",
    "InputError",
    "Likeness",
    "Listed",
    "Mentee",
    "Mentor",
    "Part",
    "Pool",
    "Problem",
    "Reason",
    "Rules",
    "Scores",
    "Tag",
    "Weights",
    "Why",
    "ask",
    "assign",
    "audit",
    "bitmaps",
    "blocking_pairs",
    "different_angle",
    "explain",
    "explain_pair",
    "fair",
    "free_week",
    "marker",
    "mentees_of",
    "mentors_of",
    "overlap_hours",
    "packaged",
    "prepare",
    "ranked",
    "rematch",
    "score_all",
    "score_block",
    "shortlist",
    "stable",
    "words",
]
