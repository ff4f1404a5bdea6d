"""Busy: days off, and calendars elsewhere of which only busy or free is kept."""
