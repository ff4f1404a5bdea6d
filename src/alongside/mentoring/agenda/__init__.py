"""The agenda: topics, each with one specific question."""
