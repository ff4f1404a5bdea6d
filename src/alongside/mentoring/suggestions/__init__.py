"""Suggestions: three times for a meeting, of which one of the others picks one."""
