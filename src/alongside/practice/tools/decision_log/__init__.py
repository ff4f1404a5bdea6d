"""The decision log, with calibration."""
