"""The area's tags for templates."""
