"""Which skills a launch or a story of a career shows."""
