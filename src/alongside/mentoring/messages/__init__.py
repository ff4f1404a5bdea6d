"""Messages: one thread for each mentorship, with what is attached; read by the people in it alone."""
