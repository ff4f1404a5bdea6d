"""The mentor's desk: everybody they mentor, on one page."""
