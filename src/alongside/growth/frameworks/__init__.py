"""Frameworks: their targets by role, the role a person looks to, and their way in and out as files."""
