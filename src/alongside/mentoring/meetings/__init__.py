"""Meetings: a series, each meeting prepared, and what was noted."""
