"""Settings, URLs and wiring: may import everything, is imported by nobody."""
