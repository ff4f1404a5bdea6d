"""The practice tools: one small folder each, all of the one shape in ``tool``."""
