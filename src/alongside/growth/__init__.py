"""A person's own record, across mentorships."""
