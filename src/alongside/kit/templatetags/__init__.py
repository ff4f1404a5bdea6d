"""The tags that every template may use."""
