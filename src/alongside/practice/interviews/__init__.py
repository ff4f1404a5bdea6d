"""Interviews: mock product interviews from a bank of questions, to learn or under stress."""
