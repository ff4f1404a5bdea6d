"""Me: everything that a person tells about themself, on one page."""
