"""Cost of delay: in which order one queue costs least."""
