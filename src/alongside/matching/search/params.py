"""What a search asks for, read from the address so that it can be kept, shared and gone back to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from django.http import QueryDict

from alongside.kit.text import one_line

from .columns import KINDS

Sort = Literal["fit", "places", "newest", "name"]
SORTS: tuple[Sort, ...] = ("fit", "places", "newest", "name")
MOST_CHOICES = 12
MOST_PAGES = 500


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything that one address says; what makes no sense is left out rather than refused."""

    brief: str = ""
    words: str = ""
    where: str = ""
    """inside, outside, or anywhere."""
    marks: dict[str, tuple[str, ...]] = field(default_factory=dict)
    open_places: bool = False
    vouched: bool = False
    overlap: bool = False
    saved: bool = False
    sort: Sort = "fit"
    page: int = 1
    query: str = ""

    @property
    def narrows(self) -> bool:
        """Whether any filter is set."""
        return bool(
            self.where or self.marks or self.open_places or self.vouched or self.overlap or self.saved
        )


def read(given: QueryDict) -> Asked:
    """Read an address's query."""
    sort = given.get("sort", "fit")
    page = given.get("page", "1")
    kept = given.copy()
    kept.pop("page", None)
    return Asked(
        brief=given.get("brief", "")[:16],
        words=one_line(given.get("words", ""))[:120],
        where=given.get("where", "") if given.get("where") in ("inside", "outside") else "",
        marks={kind: tuple(given.getlist(kind)[:MOST_CHOICES]) for kind in KINDS if given.getlist(kind)},
        open_places="open" in given,
        vouched="vouched" in given,
        overlap="overlap" in given,
        saved="saved" in given,
        sort=sort if sort in SORTS else "fit",
        page=max(1, min(int(page), MOST_PAGES)) if page.isascii() and page.isdigit() and len(page) < 9 else 1,
        query=kept.urlencode(),
    )
