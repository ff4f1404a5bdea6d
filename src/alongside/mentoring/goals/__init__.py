"""Goals: up to three a quarter, with levels agreed beforehand, and progress with evidence."""
