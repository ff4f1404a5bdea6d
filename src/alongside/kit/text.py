"""Typed text made plain: characters that cannot be seen are dropped, and look-alikes of other alphabets refused."""

from __future__ import annotations

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

JOINERS = {"\u200c", "\u200d"}
"""Shape letters in Persian and Indic scripts and join emoji: kept between letters, dropped elsewhere."""
KEPT = {"\n", "\t"}
LOOKALIKES = {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC"}
"""Alphabets whose letters pass for one another; no honest word mixes two of them."""

ADDRESS = re.compile(r"://|\bwww\.|\.[a-z]{2,}/", re.IGNORECASE)
"""What mail programs make a link of, and no name needs; "Booking.com" is a name."""


def neutral(text: str) -> str:
    """Return the text in one form of Unicode, without direction overrides, zero widths and control characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    seen = "".join(char for place, char in enumerate(text) if _is_kept(text, place, char))
    return unicodedata.normalize("NFC", seen)


def one_line(text: str) -> str:
    """Return the neutral text on one line, with single spaces."""
    return re.sub(r"\s+", " ", neutral(text)).strip()


def mixes_lookalikes(text: str) -> bool:
    """Whether a word of the text is written in letters of two alphabets that look alike."""
    return any(len(LOOKALIKES & _alphabets(word)) > 1 for word in re.findall(r"\w+", text))


def refuse_nul(text: str) -> None:
    """Refuse the one character that no database keeps."""
    if "\x00" in text:
        raise ValidationError(
            _("This text holds a character that cannot be kept. Type it again."), code="nul"
        )


def refuse_lookalikes(text: str) -> None:
    """Refuse a name that passes for another one by letters of another alphabet."""
    if mixes_lookalikes(text):
        raise ValidationError(_("Write each word in the letters of one alphabet."), code="lookalikes")


def refuse_letterless(text: str) -> None:
    """Refuse a name in which there is nothing to read; nothing at all is for others to refuse."""
    if text and not any(unicodedata.category(char)[0] in "LN" for char in text):
        raise ValidationError(_("Enter a name with at least one letter"), code="letterless")


def refuse_addresses(text: str) -> None:
    """Refuse a name that holds the address of a page: names stand in letters to people who know nobody here."""
    if ADDRESS.search(text):
        raise ValidationError(_("Write a name, without the address of a page."), code="address")


def _is_kept(text: str, place: int, char: str) -> bool:
    if char in JOINERS:
        return 0 < place < len(text) - 1 and _is_joined(text[place - 1]) and _is_joined(text[place + 1])
    return char in KEPT or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn"}


def _is_joined(char: str) -> bool:
    return not char.isascii() and unicodedata.category(char)[0] in "LMS"


def _alphabets(word: str) -> set[str]:
    return {unicodedata.name(char, "").partition(" ")[0] for char in word if char.isalpha()}
