"""Where a person stood: every change of a level with its date and ground, and saying it six skills at a time."""
