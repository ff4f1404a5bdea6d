"""Notices: what a person was told, on one page."""
