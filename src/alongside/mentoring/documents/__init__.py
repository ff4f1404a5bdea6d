"""Documents on the table of a meeting: files that the pair sent each other, and addresses of pages."""
