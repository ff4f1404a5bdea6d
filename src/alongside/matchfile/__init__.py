"""``alongside match``: a programme matched from two spreadsheets, with no server and no database."""

from .program import main

__all__ = ["main"]
