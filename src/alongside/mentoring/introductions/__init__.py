"""Introductions: a mentor opens a door, when both sides have said yes."""
