"""Once: a form that is sent twice acts once."""
