"""Who takes part in a programme, as a mentee, as a mentor, or as both."""
