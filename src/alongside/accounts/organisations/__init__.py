"""Organisations: companies and communities."""
