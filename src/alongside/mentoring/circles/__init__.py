"""Circles: a second mentor, and leaving without ending it for the others."""
