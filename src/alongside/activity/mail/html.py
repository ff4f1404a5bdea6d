"""The HTML of a letter that was written as text: paragraphs, and a button where a line is a link."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.template.loader import render_to_string

LINK = re.compile(r"^(?:(?P<label>[^\n]{1,80}?):\s*)?(?P<url>https?://\S+)$")


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph: lines of words, or a link with its label."""

    lines: tuple[str, ...]
    url: str = ""


def parts_of(text: str) -> list[Part]:
    """Split at empty lines; "Label: https://…" alone in a paragraph becomes a link called "Label"."""
    return [_part(paragraph) for paragraph in re.split(r"\n\s*\n", text.strip()) if paragraph.strip()]


def page_of(text: str, subject: str) -> str:
    """Return the letter as a small page that reads well without pictures and in the dark."""
    return render_to_string("activity/mail/letter.html", {"parts": parts_of(text), "subject": subject})


def _part(paragraph: str) -> Part:
    whole = " ".join(paragraph.split())
    link = LINK.match(whole)
    if link:
        return Part((link["label"] or link["url"],), link["url"])
    return Part(tuple(line.strip() for line in paragraph.splitlines()))
