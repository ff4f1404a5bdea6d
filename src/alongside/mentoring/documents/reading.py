"""Texts to read: Markdown and tables become a few harmless elements, and everything else stays as it was typed.

There is nothing to clean afterwards: each piece is escaped, and only what is written here puts an element around it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

LONGEST = 60_000
"""Characters; the rest of a long text is in the file."""
MOST_ROWS, MOST_CELLS = 200, 30
NO_WORDS = SafeString("")
HEADING = re.compile(r"(#{1,6}) +(\S.*)")
BULLET = re.compile(r" *[-*+] +(\S.*)")
NUMBERED = re.compile(r" *\d{1,4}[.)] +(\S.*)")
QUOTED = re.compile(r" *> ?(.*)")
RULE = re.compile(r" *(?:-{3,}|\*{3,}|_{3,}) *")
DIVIDER = re.compile(r"[|:\- ]*-[|:\- ]*")
INLINE = re.compile(
    r"`(?P<code>[^`]{1,300})`|\*\*(?P<strong>[^*]{1,500})\*\*|(?<!\w)[*_](?P<em>[^*_]{1,500})[*_](?!\w)"
    r"|!?\[(?P<label>[^\[\]]{1,300})\]\((?P<url>https?://[^\s()<>\"]{1,500})\)"
)
"""Every part is bounded, so that no text takes long."""


def as_html(name: str, content: bytes) -> SafeString:
    """The text as its name says that it was meant."""
    text = content.decode("utf-8", "replace").removeprefix("\ufeff")
    ways = {"md": markdown, "csv": table}
    shown = ways.get(name.rpartition(".")[2].lower(), plain)(text[:LONGEST])
    rest = _("The text goes on. Download the file to read all of it.")
    return format_html("{}<p><em>{}</em></p>", shown, rest) if len(text) > LONGEST else shown


def plain(text: str) -> SafeString:
    """As it was typed."""
    return format_html('<pre class="typed">{}</pre>', text)


def table(text: str) -> SafeString:
    """The rows of a CSV file, under the first one."""
    sample = text.partition("\n")[0]
    split = max(",;\t", key=sample.count)
    rows = [row[:MOST_CELLS] for row in csv.reader(io.StringIO(text, newline=""), delimiter=split) if row]
    return _rows(rows[: MOST_ROWS + 1]) if rows else plain(text)


def markdown(text: str) -> SafeString:
    """Headings, lists, quotations, tables, code, emphasis and links; pictures from elsewhere become links."""
    return _joined(_blocks(text.replace("\r\n", "\n").split("\n")))


def _blocks(lines: list[str]) -> Iterator[SafeString]:
    fenced = [part.split("\n") for part in re.split(r"^```.*$", "\n".join(lines), flags=re.MULTILINE)]
    for place, part in enumerate(fenced):
        if place % 2:
            yield format_html("<pre><code>{}</code></pre>", "\n".join(part).strip("\n"))
        else:
            for kind, same in groupby(part, key=_kind):
                yield BLOCKS[kind](list(same))


def _kind(line: str) -> str:
    """What a line by itself is; lines of one kind that follow each other belong together."""
    found = (kind for kind, sign in SIGNS.items() if sign.fullmatch(line))
    return next(found, "words")


def _headings(lines: list[str]) -> SafeString:
    return _joined(_heading(*found.groups()) for line in lines if (found := HEADING.fullmatch(line)))


def _heading(signs: str, words: str) -> SafeString:
    level = mark_safe(f"h{min(len(signs) + 1, 6)}")  # noqa: S308  # a number; the name of the document is the first
    return format_html("<{0}>{1}</{0}>", level, inline(words))


def _list_of(element: str, sign: re.Pattern[str]) -> Callable[[list[str]], SafeString]:
    around = mark_safe(element)  # noqa: S308  # a word of ours

    def listed(lines: list[str]) -> SafeString:
        said = [inline(sign.sub(r"\1", line)) for line in lines]
        return format_html(
            "<{0}>{1}</{0}>", around, format_html_join("", "<li>{}</li>", ((one,) for one in said))
        )

    return listed


def _quoted(lines: list[str]) -> SafeString:
    return format_html("<blockquote>{}</blockquote>", _words([QUOTED.sub(r"\1", line) for line in lines]))


def _ruled(lines: list[str]) -> SafeString:  # noqa: ARG001  # each kind takes its lines
    return mark_safe("<hr>")


def _table(lines: list[str]) -> SafeString:
    rows = [line.strip().strip("|").split("|") for line in lines if not DIVIDER.fullmatch(line.strip())]
    return _rows([[cell.strip() for cell in row] for row in rows[: MOST_ROWS + 1]])


def _rows(rows: list[list[str]]) -> SafeString:
    if not rows:
        return NO_WORDS
    head = format_html_join("", '<th scope="col">{}</th>', ((inline(cell),) for cell in rows[0]))
    body = ((format_html_join("", "<td>{}</td>", ((inline(cell),) for cell in row)),) for row in rows[1:])
    return format_html(
        "<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>",
        head,
        format_html_join("", "<tr>{}</tr>", body),
    )


def _words(lines: list[str]) -> SafeString:
    parts = re.split(r"\n\s*\n", "\n".join(lines).strip())
    return format_html_join("\n", "<p>{}</p>", ((inline(part),) for part in parts if part.strip()))


def inline(text: str) -> SafeString:
    """What stands in a line: code, strong and stressed words, and links."""
    pieces, done = [], 0
    for found in INLINE.finditer(text):
        pieces += [escape(text[done : found.start()]), _marked(found)]
        done = found.end()
    return _joined([*pieces, escape(text[done:])])


def _marked(found: re.Match[str]) -> SafeString:
    kind, said = str(found.lastgroup), found.groupdict()
    if kind == "url":
        return format_html(
            '<a href="{}" target="_blank" rel="noopener noreferrer nofollow">{}</a>',
            said["url"],
            said["label"],
        )
    around = mark_safe(kind)  # noqa: S308  # the name of a group above
    return format_html("<{0}>{1}</{0}>", around, said[kind] if kind == "code" else inline(said[kind]))


def _joined(pieces: Iterable[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((piece,) for piece in pieces))


SIGNS = {
    "rule": RULE, "heading": HEADING, "bullets": BULLET, "numbers": NUMBERED, "quoted": QUOTED,
    "table": re.compile(r" *\|.*\| *"),
}  # fmt: skip
BLOCKS = {
    "rule": _ruled, "heading": _headings, "bullets": _list_of("ul", BULLET), "numbers": _list_of("ol", NUMBERED),
    "quoted": _quoted, "table": _table, "words": _words,
}  # fmt: skip
