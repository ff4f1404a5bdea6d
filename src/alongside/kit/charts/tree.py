"""A tree: each thing under the one that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from django.utils.html import format_html
from django.utils.safestring import SafeString

from .bars import short
from .drawing import Chart, picture, words

WIDTH, STEP, LINE = 440, 34, 28
Branch = tuple[str, str, str, str]
"""Its key, the key of what it belongs to (or nothing), its name, and what kind of thing it is."""


def tree(title: str, branches: Sequence[Branch], *, head: Sequence[str], summary: str = "") -> Chart:
    """Draw each branch one step to the right of its parent. What is in a circle hangs nowhere, so it comes last."""
    known = {key for key, _parent, _name, _kind in branches}
    under: dict[str, list[Branch]] = {}
    for branch in branches:
        under.setdefault(branch[1] if branch[1] in known else "", []).append(branch)
    placed = list(_walk(under, "", 0))
    reached = {branch[0] for branch, _depth in placed}
    placed += [(branch, 0) for branch in branches if branch[0] not in reached]
    lines = {branch[0]: place for place, (branch, _depth) in enumerate(placed)}
    parts = [part for place, at in enumerate(placed) for part in _drawn(place, *at, lines)]
    svg = picture("tree", WIDTH, LINE * max(1, len(placed)), summary or title, parts)
    return Chart(title, svg, head, [[name, kind, str(depth + 1)] for (_k, _p, name, kind), depth in placed])


def _walk(under: Mapping[str, Sequence[Branch]], key: str, depth: int) -> Iterator[tuple[Branch, int]]:
    for branch in under.get(key, ()):
        yield branch, depth
        yield from _walk(under, branch[0], depth + 1)


def _drawn(place: int, branch: Branch, depth: int, lines: Mapping[str, int]) -> Iterator[SafeString]:
    _key, parent, name, kind = branch
    x, y = 8 + STEP * min(depth, 6), LINE * place + 14
    if depth and parent in lines:
        above = LINE * lines[parent] + 20
        yield format_html('<path class="link" d="M{} {}V{}H{}"/>', x - STEP, above, y, x - 6)
    yield format_html('<circle class="{}" cx="{}" cy="{}" r="5"/>', "door" if depth < 2 else "met", x, y)
    yield words(x + 12, y + 4, f"{short(name, 44)} · {kind}", anchor="start")
