"""Sessions: who is signed in, and in which browser."""
