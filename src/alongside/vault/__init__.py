"""Keys, and text that is unreadable at rest."""
