"""Very many mentors: columns in one file that all processes read, with what changed since beside it."""
