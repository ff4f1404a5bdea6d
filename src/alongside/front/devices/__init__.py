"""The buttons by which a browser is rung, or is not rung any more."""
