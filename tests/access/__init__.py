"""Who may reach what: every route, every method, everybody."""
