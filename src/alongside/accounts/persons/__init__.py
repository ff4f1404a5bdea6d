"""Persons: human beings with an account."""
