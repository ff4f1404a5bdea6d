"""A mentor's own practice: a private self-check of 18 statements, and one habit for a month."""
