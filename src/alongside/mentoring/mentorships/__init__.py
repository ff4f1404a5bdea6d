"""Mentorships: a pair (or a circle) and the course of their time together."""
