"""Evidence of a skill at a level: what was done, with its date."""
