"""A course for mentors: eight short cases, each with a choice and a thought of one's own, which nobody else sees."""
