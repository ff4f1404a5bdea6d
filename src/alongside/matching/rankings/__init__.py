"""Ranked choice: up to five people, most wanted first."""
