"""Kano: what delights, what disappoints when it is missing."""
