"""The pitch rehearsal."""
