"""Opportunity score: important needs that are badly met."""
