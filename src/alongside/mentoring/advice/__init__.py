"""Advice: what was advised, what was decided, what came of it; and actions."""
