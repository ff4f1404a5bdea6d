"""Profiles: how a person presents themself, and who may find them."""
