"""A network: one person in the middle, those who opened doors around them, and whom they met through them."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

from .drawing import Chart, picture, words

WIDTH, HEIGHT = 460, 300
FEW, UPPER = 240, 180
"""The room as long as there is one link, which points up."""
NEAR, FAR = 70, 126
"""How far the two rings are from the middle; the picture is wider than high, as names are."""
STRETCH = 1.45
LONGEST = 18
"""Letters of a name that fit beside a point."""
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Link:
    """Somebody who was met, through whom, when, and what came of it; ``strong`` draws a firmer line."""

    name: str
    through: str
    day: dt.date
    said: str
    strong: bool = False


def network(
    title: str, middle: str, links: Sequence[Link], *, head: Sequence[str], summary: str = ""
) -> Chart:
    """Draw at least one link; the table says who, through whom, when and with what result."""
    parts = [*_drawn(links), _point((WIDTH / 2, HEIGHT / 2), "middle", 7)]
    parts.append(words(WIDTH / 2, HEIGHT / 2 + 20, middle))
    rows = [[link.name, link.through, date_format(link.day, "j M Y"), link.said] for link in links]
    if len(links) > 1:
        return Chart(title, picture("network", WIDTH, HEIGHT, summary or title, parts), head, rows)
    svg = picture("network few", WIDTH, UPPER, summary or title, parts, beside=(FEW - WIDTH) // 2)
    return Chart(title, svg, head, rows)


def _drawn(links: Sequence[Link]) -> Iterator[SafeString]:
    """Every person has an equal share of the circle, beside the others who came through the same door."""
    doors = list(dict.fromkeys(link.through for link in links))
    ordered = sorted(enumerate(links), key=lambda pair: (doors.index(pair[1].through), pair[0]))
    angles = {place: 2 * math.pi * at / len(links) - math.pi / 2 for at, (place, _) in enumerate(ordered)}
    for door in doors:
        mine = [angles[place] for place, link in enumerate(links) if link.through == door]
        near = _at(sum(mine) / len(mine), NEAR)
        yield _line((WIDTH / 2, HEIGHT / 2), near, strong=True)
        for place, link in enumerate(links):
            if link.through == door:
                yield from _person(link, near, _at(angles[place], FAR))
        yield _point(near, "door", 5)
        yield words(near[0], near[1] - 9, _short(door))


def _person(link: Link, near: Point, far: Point) -> Iterator[SafeString]:
    yield _line(near, far, strong=link.strong)
    yield _point(far, "met strong" if link.strong else "met", 5)
    below = 18 if far[1] >= HEIGHT / 2 else -9
    yield words(far[0], far[1] + below, _short(link.name))


def _at(angle: float, away: float) -> Point:
    return WIDTH / 2 + STRETCH * away * math.cos(angle), HEIGHT / 2 + away * math.sin(angle)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"


def _line(start: Point, end: Point, *, strong: bool) -> SafeString:
    places = [round(value, 1) for value in (*start, *end)]
    return format_html(
        '<line x1="{}" y1="{}" x2="{}" y2="{}" class="{}"/>', *places, "link strong" if strong else "link"
    )


def _point(place: Point, name: str, radius: int) -> SafeString:
    return format_html(
        '<circle cx="{}" cy="{}" r="{}" class="{}"/>', round(place[0], 1), round(place[1], 1), radius, name
    )
