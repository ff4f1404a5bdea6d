"""OKR: objectives and key results."""
