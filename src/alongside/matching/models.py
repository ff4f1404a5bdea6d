"""The area's tables, where Django looks for them."""

from .briefs.models import Brief, BriefSkill
from .marks.models import Mark
from .requests.models import Request

__all__ = ["Brief", "BriefSkill", "Mark", "Request"]
