"""The impact portfolio."""
