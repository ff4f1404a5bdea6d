"""The rows of a worksheet: added, changed, moved, taken away."""
