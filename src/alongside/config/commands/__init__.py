"""What the command line does before and around Django."""
