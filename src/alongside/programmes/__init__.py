"""Programmes of an organisation, and who takes part in them."""
