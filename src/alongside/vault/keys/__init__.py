"""Data keys: one for each mentorship and one for each person's own texts."""
