"""Words that two people both use: what can be said about why their texts are close."""

from __future__ import annotations

import re

MOST = 3
SHORTEST = 5
WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")
EVERYBODY_S = frozenset(
    WORD.findall(
        """
    about above after again against along already also always among another around because become becoming
    before being below better between build building career could doing during every experience first further
    getting going great growing having helped helping improve improving large learn learned learning leading
    leader making manage managed management manager managers might month months never other others ourselves
    people person product products really should since small something started still stories story their them
    themselves there these thing things think those through today together toward towards under until using
    wanted wants where whether which while whose within without working would years young yourself
    """
    )
)
"""Words that say nothing of what somebody writes about, here where everybody writes about products and people."""


def in_common(one: str, other: str) -> tuple[str, ...]:
    """Return up to three telling words of ``one`` that ``other`` uses too, in the order of ``one``."""
    theirs = {_stem(word) for word in WORD.findall(other.lower())}
    mine = dict.fromkeys(WORD.findall(one.lower()))
    return tuple(word for word in mine if word not in EVERYBODY_S and _stem(word) in theirs)[:MOST]


def _stem(word: str) -> str:
    """Leave out the ending of a plural."""
    return word.removesuffix("s")
