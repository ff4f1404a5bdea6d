"""Availability: the week as a person lives it, in their own zone."""
