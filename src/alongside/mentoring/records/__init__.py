"""Records: everything of one mentorship that a person may read, to print and to keep."""
