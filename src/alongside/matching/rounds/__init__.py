"""Rounds: a programme's mentees and mentors brought together, in steps that people decide."""
