"""The main pages, measured: queries, processor time, waiting, nodes and bytes."""
