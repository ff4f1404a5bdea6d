"""Marks: mentors saved or hidden while searching."""
