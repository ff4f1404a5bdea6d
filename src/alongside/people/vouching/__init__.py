"""Vouching: a colleague confirms a position or a launch, by a mailed link, with no account."""
