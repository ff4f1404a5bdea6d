"""Before the first meeting: what each writes apart, what all have in common, and a guide to the hour."""
