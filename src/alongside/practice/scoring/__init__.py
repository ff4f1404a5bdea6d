"""Scoring apart, then comparing: each judges unseen, both see where they differ most, and settle."""
