"""A programme: its name, its dates, and what holds for every round of it."""
