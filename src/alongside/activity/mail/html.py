"""The HTML of a letter: a frame around its own template, or around the text as paragraphs and buttons."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

LINK = re.compile(r"^(?:(?P<label>[^\n]{1,80}?):\s*)?(?P<url>https?://\S+)$")
FRAME = "activity/mail/letter.html"
STYLE = (
    "body{margin:0;background:#f6f2ea;color:#2a2620;"
    'font:16px/1.55 Inter,-apple-system,"Segoe UI",Helvetica,Arial,sans-serif}'
    ".sheet{max-width:36em;margin:24px auto;padding:28px 32px;background:#fffdf9;"
    "border:1px solid #e6dfd2;border-radius:16px}"
    ".from{margin:0 0 20px;font-weight:700;color:#2447b8}"
    "p{margin:0 0 16px;overflow-wrap:anywhere}a{color:#2447b8}"
    ".foot{margin:24px 0 0;padding-top:16px;border-top:1px solid #e6dfd2;font-size:13px;color:#6b6459}"
    "ul{margin:0 0 16px;padding-left:1.2em}li{margin:0 0 8px}"
    ".button{display:inline-block;padding:12px 22px;border-radius:10px;background:#2447b8;color:#fff;"
    "font-weight:600;text-decoration:none}"
    "@media (prefers-color-scheme:dark){body{background:#1b1916;color:#ece6da}"
    ".sheet{background:#24211d;border-color:#3a352e}.from,a{color:#a9bdff}.foot{color:#b3aa9c;border-color:#3a352e}"
    ".button{background:#a9bdff;color:#14183a}}"
)
"""One block and no style attributes, so that the mailbox page can show a letter under a strict policy."""


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph: lines of words, or a link with its label."""

    lines: tuple[str, ...]
    url: str = ""

    @property
    def is_button(self) -> bool:
        """Whether the link has words of its own."""
        return self.lines[0] != self.url

    @property
    def words(self) -> list[SafeString]:
        """The lines, in which our own addresses are links."""
        return [_linked(line) for line in self.lines]


def parts_of(text: str) -> list[Part]:
    """Split at empty lines; "Label: https://…" alone in a paragraph becomes a link called "Label".

    Only addresses of our own become links: an address in somebody's name leads nobody away.
    """
    return [_part(paragraph) for paragraph in re.split(r"\n\s*\n", text.strip()) if paragraph.strip()]


def page_of(text: str, subject: str, context: Mapping[str, Any] | None = None) -> str:
    """Return the letter as a small page that reads well without pictures and in the dark."""
    return rendered(FRAME, subject, {**(context or {}), "parts": parts_of(text)})


def rendered(template: str, subject: str, context: Mapping[str, Any]) -> str:
    """Return a letter's template, which extends the frame."""
    return render_to_string(template, {**context, "subject": subject, "style": _style()})


def shown_in_frame(html: str) -> str:
    """Return the page with its links leading out of the frame that shows it."""
    return html.replace("<head>", '<head><base target="_top">', 1)


def policy_of(html: str) -> str:
    """Return the policy under which a letter is shown: its own styles, and nothing that runs or loads."""
    styles = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    hashes = " ".join(f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" for style in styles)
    style_source = hashes or "'none'"
    return (
        f"default-src 'none'; style-src {style_source}; img-src data:; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'self'; sandbox allow-popups allow-top-navigation-by-user-activation"
    )


def _style() -> SafeString:
    return format_html("<style>{}</style>", SafeString(STYLE))


def _part(paragraph: str) -> Part:
    whole = " ".join(paragraph.split())
    link = LINK.match(whole)
    if link and _is_ours(link["url"]):
        return Part((link["label"] or link["url"],), link["url"])
    return Part(tuple(line.strip() for line in paragraph.splitlines()))


def _linked(line: str) -> SafeString:
    pieces = re.split(r"(https?://\S+)", line)
    return SafeString("".join(_anchor(piece) if _is_ours(piece) else escape(piece) for piece in pieces))


def _anchor(url: str) -> str:
    return format_html('<a href="{}">{}</a>', url, url)


def _is_ours(url: str) -> bool:
    return f"{url}/".startswith(f"{settings.BASE_URL}/")
