"""The area's tables, where Django looks for them."""

from .briefs.models import Brief, BriefSkill
from .imprints.models import Imprint
from .marks.models import Mark
from .proposals.models import Proposal, Waiting
from .rankings.models import Ranking
from .requests.models import Request
from .rounds.models import Decision, Round, Run, Snapshot
from .studio.models import Pin, Scenario

__all__ = [
    "Brief",
    "BriefSkill",
    "Decision",
    "Imprint",
    "Mark",
    "Pin",
    "Proposal",
    "Ranking",
    "Request",
    "Round",
    "Run",
    "Scenario",
    "Snapshot",
    "Waiting",
]
