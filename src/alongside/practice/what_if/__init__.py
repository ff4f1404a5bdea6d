"""What if: another estimate, weight or capacity, with the result and what flipped, and nothing saved."""
