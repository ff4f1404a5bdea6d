"""Shared tools and the design system: no tables, no product words."""
