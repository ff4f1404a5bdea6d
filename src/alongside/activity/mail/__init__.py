"""Mail: a transactional outbox; nothing is lost, and a duplicate folds by its Message-ID."""
