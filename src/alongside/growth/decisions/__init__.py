"""Decisions: a question about one's career, what decided it, and what came of it half a year later."""
