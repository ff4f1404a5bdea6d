"""Confidences: one entry of a journal, shown to one mentor."""
