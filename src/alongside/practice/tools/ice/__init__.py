"""ICE: impact, confidence, ease."""
