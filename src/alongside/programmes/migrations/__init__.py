"""The history of the area's tables."""
