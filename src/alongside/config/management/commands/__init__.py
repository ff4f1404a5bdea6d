"""Prepare, diagnose, back up and bring back."""
