"""Very many mentors as the engine keeps them in codes and bitmaps, and one mentee among them."""

from pairing import Ask, Block, Crowd, Gathering, Listed, Mentee, bitmaps
from pairing import ask as ask_with
from pairing.columns import REPLIES, UNKNOWN
from pairing.crowd import LISTS, ROOM, WEEK, words_of

from .people import WEIGHTS

__all__ = [
    "LISTS",
    "REPLIES",
    "ROOM",
    "UNKNOWN",
    "WEEK",
    "Ask",
    "Block",
    "Crowd",
    "Gathering",
    "Listed",
    "ask",
    "bitmaps",
    "words_of",
]


def ask(mentee: Mentee, crowd: Crowd) -> Ask:
    """Return what everybody in a crowd means to a mentee."""
    return ask_with(mentee, crowd, WEIGHTS)
