"""Rematches: for two weeks after the end of a mentorship, the search goes on with the same brief."""
