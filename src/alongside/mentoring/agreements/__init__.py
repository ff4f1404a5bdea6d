"""Agreements: what both expect, in versions that both accept."""
