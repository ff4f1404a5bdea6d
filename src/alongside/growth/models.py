"""The area's tables, where Django looks for them."""

from .habits.models import Habit, SelfCheck
from .skills.models import Framework, Skill, SkillLevel

__all__ = ["Framework", "Habit", "SelfCheck", "Skill", "SkillLevel"]
