"""Persons, organisations, memberships, invitations, sign-in, privacy."""
