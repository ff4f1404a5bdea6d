"""Profiles, careers, availability and imports."""
