"""Search: mentors ranked by an explained fit."""
