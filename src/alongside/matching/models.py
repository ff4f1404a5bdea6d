"""The area's tables, where Django looks for them."""

from .briefs.models import Brief, BriefSkill
from .requests.models import Request
from .search.models import Mark

__all__ = ["Brief", "BriefSkill", "Mark", "Request"]
