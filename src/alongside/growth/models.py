"""The area's tables, where Django looks for them."""

from .archive.models import Archive, Keepsake
from .habits.models import Habit, SelfCheck
from .skills.models import Framework, Skill, SkillLevel

__all__ = ["Archive", "Framework", "Habit", "Keepsake", "SelfCheck", "Skill", "SkillLevel"]
