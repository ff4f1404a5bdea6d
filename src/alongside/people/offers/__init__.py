"""Offers: what a mentor gives, and how many places there are."""
