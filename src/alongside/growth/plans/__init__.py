"""The development plan: at most three skills a quarter, each with its practice and the evidence aimed at."""
