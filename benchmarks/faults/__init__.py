"""Kill what serves a hundred times, and count what was lost."""
