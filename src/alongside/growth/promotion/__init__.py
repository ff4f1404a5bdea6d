"""Promotion: a case for the next role from confirmed evidence, with the gaps named."""
