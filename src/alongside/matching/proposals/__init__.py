"""Proposals of a round: published in steps, answered by both sides, and given to the next best."""
