"""The area's tables, where Django looks for them."""

from .archive.models import Archive, Keepsake, KeptFile, Piece
from .confirming.models import Confirmation
from .decisions.models import CareerDecision
from .evidence.models import Evidence
from .frameworks.models import Aim, InUse, Target
from .habits.models import Habit, SelfCheck
from .journal.models import Entry
from .lessons.models import Attended
from .levels.models import LevelChange
from .plans.models import Plan, PlanSkill
from .portfolio.models import Case, Showing
from .skills.models import Framework, Skill, SkillLevel
from .wins.models import Win

__all__ = [
    "Aim",
    "Archive",
    "Attended",
    "CareerDecision",
    "Case",
    "Confirmation",
    "Entry",
    "Evidence",
    "Framework",
    "Habit",
    "InUse",
    "Keepsake",
    "KeptFile",
    "LevelChange",
    "Piece",
    "Plan",
    "PlanSkill",
    "SelfCheck",
    "Showing",
    "Skill",
    "SkillLevel",
    "Target",
    "Win",
]
