"""Asking a named person for help, who is never the partner and nobody's manager."""
