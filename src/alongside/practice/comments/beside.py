"""A worksheet as it stands beside a meeting: its picture and its rows, to read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alongside.practice.desk.page import shown_of
from alongside.practice.tools.registry import tool_of
from alongside.practice.worksheets.models import Worksheet
from alongside.practice.worksheets.writing import content_of, tool_for

ROWS = 30
"""More are read on the worksheet's own page."""


def read_only(shared: Sequence[Worksheet], code: str) -> dict[str, Any]:
    """The one that was asked for, or the one that was worked on last; nothing where none is shared."""
    known = [one for one in shared if tool_of(one.tool)]  # a tool that is no longer here draws nothing
    if not known:
        return {}
    sheet = next((one for one in known if one.code == code), known[0])
    content = content_of(sheet)
    tool = tool_for(sheet).called(content.sheet)
    seen = shown_of(tool, content, tool.compute(content.sheet), {})
    more = max(0, len(seen["lines"]) - ROWS)
    return {"sheet": sheet, "tool": tool, **seen, "lines": seen["lines"][:ROWS], "more": more}
