"""Very many mentors as the engine keeps them in codes and bitmaps, and one mentee among them."""

from pairing import Ask, Crowd, Gathering, Mentee, bitmaps
from pairing import ask as ask_with
from pairing.crowd import ROOM, words_of

from .people import WEIGHTS

__all__ = ["ROOM", "Ask", "Crowd", "Gathering", "ask", "bitmaps", "words_of"]


def ask(mentee: Mentee, crowd: Crowd) -> Ask:
    """Return what everybody in a crowd means to a mentee."""
    return ask_with(mentee, crowd, WEIGHTS)
