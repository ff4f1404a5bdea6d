"""Where the data lives, and the secrets that are made there once if the environment gives none."""

from __future__ import annotations

import base64
import os
import secrets as random
from pathlib import Path

from alongside.config import env


def data_folder() -> Path:
    """Return the folder that holds the database, files and secrets of this instance."""
    given = env.text("ALONGSIDE_DATA")
    if given:
        return Path(given).resolve()
    if os.geteuid() == 0:
        return Path("/var/lib/alongside")
    return Path.home() / ".local" / "share" / "alongside"


def secret_key() -> str:
    """Return the key that signs sessions and links."""
    return env.text("ALONGSIDE_SECRET_KEY") or _kept("secret-key")


def key_encryption_keys() -> dict[str, bytes]:
    """Return the keys that wrap the data keys, by id, newest first.

    ``ALONGSIDE_KEYS`` is a list ``id:base64,id:base64``; without it one key is made and kept. It is
    never derived from the secret key, so that either can be changed without the other.
    """
    given = env.words("ALONGSIDE_KEYS")
    pairs = [entry.split(":", 1) for entry in given] or [["k1", _kept("key-encryption-key")]]
    return {name: base64.urlsafe_b64decode(value) for name, value in pairs}


def _kept(name: str) -> str:
    path = data_folder() / "secrets" / name
    if not path.exists():
        _make(path)
    return path.read_text(encoding="ascii").strip()


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    value = base64.urlsafe_b64encode(random.token_bytes(32)).decode()
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    try:
        descriptor = os.open(path, flags, 0o600)
    except FileExistsError:  # another process was quicker, and its key is the one
        return
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(value)
