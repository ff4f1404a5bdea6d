"""The opportunity-solution tree."""
