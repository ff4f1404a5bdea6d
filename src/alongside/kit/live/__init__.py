"""Open pages hear that something on them changed: through PostgreSQL's NOTIFY, as server-sent events."""
