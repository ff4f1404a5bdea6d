"""Find at a million people: in process, beside other engines, and as a whole page from PostgreSQL."""
