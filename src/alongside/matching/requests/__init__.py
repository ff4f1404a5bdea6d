"""Requests: a mentee asks, a mentor answers."""
