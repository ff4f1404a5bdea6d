"""What every chart is: a drawing, what it says in words, and its numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True)
class Chart:
    """To be shown with ``{% chart drawn %}``: a figure with "Show as a table" under it."""

    title: str
    svg: SafeString
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


def picture(
    name: str, width: int, height: int, summary: str, parts: Iterable[SafeString], *, beside: int = 0
) -> SafeString:
    """Put the parts into one picture of kind ``name`` that a screen reader reads as ``summary``.

    ``beside`` is room to the left and to the right of what is drawn, for words.
    """
    inside = format_html_join("", "{}", ((part,) for part in parts))
    opening = '<svg class="{}" viewBox="{} 0 {} {}" role="img" aria-label="{}">{}</svg>'
    return format_html(opening, name, -beside, width + 2 * beside, height, summary, inside)


def words(x: float, y: float, said: str, *, anchor: str = "middle") -> SafeString:
    """One short text."""
    return format_html(
        '<text x="{}" y="{}" text-anchor="{}">{}</text>', round(x, 1), round(y, 1), anchor, said
    )


def shape(points: Iterable[tuple[float, float]], name: str) -> SafeString:
    """A closed shape."""
    listed = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return format_html('<polygon points="{}" class="{}"/>', listed, name)
