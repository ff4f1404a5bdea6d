"""Careers: positions, transitions, launches and stories."""
