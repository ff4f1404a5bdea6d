"""PR-FAQ: the press release before the product."""
