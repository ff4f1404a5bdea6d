"""Memberships: a person in an organisation, with roles there."""
