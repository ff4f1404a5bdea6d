"""Feedback from colleagues, asked twice: before something is practised, and after."""
