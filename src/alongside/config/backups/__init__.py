"""One file that holds an instance: its database and its files, but never the key that opens private texts."""
