"""What questioning a round costs."""
