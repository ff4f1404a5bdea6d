"""Journal: what a person writes for themself alone."""
