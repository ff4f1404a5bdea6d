"""The area's tables, where Django looks for them."""

from .skills.models import Framework, Skill, SkillLevel

__all__ = ["Framework", "Skill", "SkillLevel"]
