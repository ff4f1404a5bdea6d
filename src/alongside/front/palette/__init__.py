"""The palette: type a few letters, go anywhere."""
