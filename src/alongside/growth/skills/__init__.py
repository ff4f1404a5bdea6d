"""Skills: the framework, and the level that a person sees in themself."""
