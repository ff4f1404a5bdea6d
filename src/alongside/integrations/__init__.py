"""The same verbs for machines: calendar feeds."""
