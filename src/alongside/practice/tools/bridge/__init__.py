"""The bridge from engineering to product management."""
