"""Likeness: imprints are made after something was written, and the words that two people share are told."""
