"""The health of a mentorship: five parts, unknowns shown as unknown, and plain alerts to the pair first."""
