"""The 30-60-90 plan."""
