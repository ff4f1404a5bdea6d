"""Worksheets: one use of a practice tool, its versions, and who may see it."""
