"""Attendance: what people answer to the invitation to a meeting."""
