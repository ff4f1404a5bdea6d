"""Imprints: what people wrote as marks that can be compared."""
