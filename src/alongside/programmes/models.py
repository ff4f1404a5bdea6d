"""The area's tables, where Django looks for them."""

from .participations.models import Listed, Participation
from .programmes.models import Programme

__all__ = ["Listed", "Participation", "Programme"]
