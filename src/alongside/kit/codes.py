"""Codes: the random names by which things are known in addresses, instead of row numbers."""

from __future__ import annotations

import secrets

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
LENGTH = 16
"""16 characters of 31 are 79 bits: nobody guesses one, and knowing one still opens nothing by itself."""


def new_code() -> str:
    """Return a fresh code, without characters that people confuse when they read aloud."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def new_token() -> str:
    """Return a secret of 256 bits for a link that grants something by itself."""
    return secrets.token_urlsafe(32)
