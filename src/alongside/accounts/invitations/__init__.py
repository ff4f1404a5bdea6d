"""Invitations: a link in a mail that makes somebody a member."""
