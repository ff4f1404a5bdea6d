"""All tools, in the order in which they are offered."""

from __future__ import annotations

from .ice.tool import TOOL as ICE
from .moscow.tool import TOOL as MOSCOW
from .rice.tool import TOOL as RICE
from .tool import Tool
from .wsjf.tool import TOOL as WSJF

TOOLS: dict[str, Tool] = {tool.key: tool for tool in (MOSCOW, RICE, ICE, WSJF)}


def tool_of(key: str) -> Tool | None:
    """The tool of this key, or None when there is none (any more)."""
    return TOOLS.get(key)
