"""RACI: who is responsible, accountable, consulted, informed."""
