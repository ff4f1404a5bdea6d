"""Browsers that ring when something new waits for their person, also while no page is open (Web Push)."""
