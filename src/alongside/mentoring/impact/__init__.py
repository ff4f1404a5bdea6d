"""What a mentor's help led to: a page, a record to print, and a certificate that can be checked."""
