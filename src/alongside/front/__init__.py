"""Pages across areas: landing, today, inbox, search, set-up, help."""
