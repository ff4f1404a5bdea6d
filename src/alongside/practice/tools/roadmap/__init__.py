"""Now, next, later: a roadmap of problems."""
