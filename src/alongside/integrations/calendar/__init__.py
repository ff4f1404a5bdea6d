"""A person's meetings as a private calendar feed."""
