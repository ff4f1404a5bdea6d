"""A believable organisation and community, made with the real verbs."""
