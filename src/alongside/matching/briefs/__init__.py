"""Briefs: what a mentee seeks."""
