"""The evidence log and the promotion case."""
