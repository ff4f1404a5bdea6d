"""Notices: what a person is told inside the product."""
