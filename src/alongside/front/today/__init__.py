"""Today: what needs the person now."""
