"""Overview: a person's growth at a glance."""
