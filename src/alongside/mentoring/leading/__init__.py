"""Leading: what a mentor did for their own team, as evidence of leadership."""
