"""The first run: the first person sets the instance up."""
