"""RICE: reach, impact, confidence, effort."""
