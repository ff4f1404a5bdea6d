"""What a browser with an empty cache has to fetch for a page."""

from __future__ import annotations

import gzip
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.conf import settings

REFERS = re.compile(r"""(?:@import\s+)?url\(\s*["']?([^"')]+)|import\s+(?:[^"';]+from\s+)?["']([^"']+)["']""")
PRESSED = {".css", ".js", ".svg", ".json"}


class Elements(HTMLParser):
    """Counts elements and gathers what is fetched with the page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.count = 0
        self.files: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count it; a link, a script, an image or an icon fetches a file, an anchor does not."""
        self.count += 1
        if tag in {"link", "script", "img", "use"}:
            found = [value for name, value in attrs if name in {"href", "src"} and value]
            self.files |= {urlsplit(value).path for value in found if value.startswith(settings.STATIC_URL)}


def text(answer: Any) -> str:
    """The page, unpressed."""
    pressed = answer.headers.get("Content-Encoding") == "gzip"
    return (gzip.decompress(answer.content) if pressed else bytes(answer.content)).decode()


def weigh(answer: Any) -> dict[str, int]:
    """Nodes, and bytes: the page as it is sent, its scripts, and all of it with styles, icons and the font."""
    html = text(answer)
    elements = Elements(html)
    sizes = {name: _sent(name) for name in _all(elements.files)}
    scripts = sum(size for name, size in sizes.items() if name.endswith(".js"))
    return {
        "nodes": elements.count,
        "html": len(html.encode()),
        "html_sent": len(answer.content),
        "javascript": scripts,
        "cold": len(answer.content) + sum(sizes.values()),
    }


def _all(names: set[str]) -> set[str]:
    """These files and those that they name in turn; of the font only the letters that English needs."""
    seen: set[str] = set()
    left = set(names)
    while left:
        name = left.pop()
        if name in seen or "latin-ext" in name:
            continue
        seen.add(name)
        left |= {urljoin(name, one) for one in _named_in(name)}
    return seen


@cache
def _named_in(name: str) -> frozenset[str]:
    if not name.endswith((".css", ".js")) or ".min." in name:
        return frozenset()
    found = REFERS.findall(_file(name).read_text("utf-8"))
    return frozenset(one for pair in found for one in pair if one and not one.startswith(("data:", "#")))


@cache
def _sent(name: str) -> int:
    content = _file(name).read_bytes()
    return len(gzip.compress(content)) if _file(name).suffix in PRESSED else len(content)


def _file(name: str) -> Path:
    return Path(settings.STATIC_ROOT) / name.removeprefix(settings.STATIC_URL)
