"""Reads a page as a browser would, and says what in it came from a hostile text."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

from .payloads import MARK

ADDRESSED = {"href", "src", "action", "formaction", "data", "poster", "background", "srcset", "xlink:href"}
RUNS = {"style", "srcdoc", "hx-vals", "hx-on", "hx-headers", "hx-vars", "nonce", "id", "class", "for"}
SAFE_SCHEMES = {"http", "https", "mailto", ""}
Shape = Counter[tuple[str, tuple[str, ...]]]


class Reader(HTMLParser):
    """Collects the elements with the names of their attributes, and everything that a text must never become."""

    def __init__(self) -> None:
        super().__init__()
        self.shape: Shape = Counter()
        self.planted: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at an element and each of its attributes."""
        names = tuple(sorted(name for name, _value in attrs))
        if "data-dismiss" not in names:  # a message of the product, which comes once
            self.shape[(tag, names)] += 1
        self.inside = tag
        if MARK in tag:
            self.planted.append(f"<{tag}>")
        self.planted += [f"<{tag} {name}={value}>" for name, value in attrs if wrong(name, value or "")]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that closes itself is an element."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  the parser's signature
        """Whatever follows stands outside."""
        self.inside = ""

    def handle_data(self, data: str) -> None:
        """A text may stand anywhere but in what runs or paints."""
        if self.inside in {"script", "style"} and MARK in data:
            self.planted.append(f"<{self.inside}>{data[:60]}")

    def handle_comment(self, data: str) -> None:
        """A comment holds nothing that was typed."""
        if MARK in data:
            self.planted.append(f"<!--{data[:60]}")

    handle_decl = unknown_decl = handle_pi = handle_comment


def wrong(name: str, value: str) -> bool:
    """Whether an attribute runs, leads astray or was named by a text."""
    if name.startswith("on") or MARK in name or any(mark in name for mark in "<>\"'`="):
        return True
    if name in ADDRESSED and scheme_of(value) not in SAFE_SCHEMES:
        return True
    return name in RUNS and (MARK in value or name in {"style", "srcdoc"})


def scheme_of(address: str) -> str:
    """The scheme that a browser sees: it drops blanks and control characters first."""
    plain = re.sub(r"[\x00-\x20]", "", address).lower()
    found = re.match(r"([a-z][a-z0-9+.-]*):", plain)
    return found[1] if found else ""


def read(html: str) -> Reader:
    """Read one page."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


def planted(html: str) -> list[str]:
    """Everything in the page that a text made."""
    return read(html).planted


def shape(html: str) -> Shape:
    """The elements of the page and the names of their attributes, each with how often it is there."""
    return read(html).shape
