"""Pre-mortem: why it will have failed."""
