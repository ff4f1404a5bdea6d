"""Hiring: what those who hire product people look for, by role and by stage of the company."""
