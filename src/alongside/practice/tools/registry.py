"""All tools, in the order in which they are offered."""

from __future__ import annotations

from .brag_doc.tool import TOOL as BRAG_DOC
from .bridge.tool import TOOL as BRIDGE
from .career_matrix.tool import TOOL as CAREER_MATRIX
from .cost_of_delay.tool import TOOL as COST_OF_DELAY
from .decision_log.tool import TOOL as DECISION_LOG
from .ice.tool import TOOL as ICE
from .interview_stories.tool import TOOL as INTERVIEW_STORIES
from .kano.tool import TOOL as KANO
from .moscow.tool import TOOL as MOSCOW
from .okr.tool import TOOL as OKR
from .opportunity_score.tool import TOOL as OPPORTUNITY_SCORE
from .opportunity_tree.tool import TOOL as OPPORTUNITY_TREE
from .pitch.tool import TOOL as PITCH
from .portfolio.tool import TOOL as PORTFOLIO
from .positioning.tool import TOOL as POSITIONING
from .pr_faq.tool import TOOL as PR_FAQ
from .premortem.tool import TOOL as PREMORTEM
from .raci.tool import TOOL as RACI
from .rice.tool import TOOL as RICE
from .roadmap.tool import TOOL as ROADMAP
from .stakeholder_map.tool import TOOL as STAKEHOLDER_MAP
from .tool import Tool
from .transition_plan.tool import TOOL as TRANSITION_PLAN
from .value_effort.tool import TOOL as VALUE_EFFORT
from .wsjf.tool import TOOL as WSJF

OFFERED = (
    MOSCOW, RICE, ICE, WSJF, COST_OF_DELAY, KANO, OPPORTUNITY_SCORE, VALUE_EFFORT,
    ROADMAP, OKR, OPPORTUNITY_TREE,
    STAKEHOLDER_MAP, RACI,
    PR_FAQ, PREMORTEM, DECISION_LOG,
    PITCH, CAREER_MATRIX, POSITIONING, INTERVIEW_STORIES, BRAG_DOC, TRANSITION_PLAN, PORTFOLIO, BRIDGE,
)  # fmt: skip
TOOLS: dict[str, Tool] = {tool.key: tool for tool in OFFERED}


def tool_of(key: str) -> Tool | None:
    """The tool of this key, or None when there is none (any more)."""
    return TOOLS.get(key)
