"""Rehearsals: a bold proposal, said aloud several times before the day, and what was decided on it."""
