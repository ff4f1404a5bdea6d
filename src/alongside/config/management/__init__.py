"""Commands that need a running instance."""
