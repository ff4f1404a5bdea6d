"""Imports: a career brought along, a roster of people."""
