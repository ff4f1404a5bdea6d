"""From the brief to an accepted request."""
