"""Alongside: an open, self-hosted mentorship platform for product-management careers."""

__version__ = "0.1.0"
