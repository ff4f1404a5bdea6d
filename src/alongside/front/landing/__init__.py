"""The first page that a stranger sees."""
