"""Where the data lives, and the secrets that are made there once if the environment gives none."""

from __future__ import annotations

import base64
import contextlib
import os
import secrets as random
from pathlib import Path

from alongside.config import env


class KeyMissing(Exception):
    """A key that must not be made anew is missing or wrong; the message says what to do."""


def data_folder() -> Path:
    """Return the folder that holds the database, files and secrets of this instance."""
    given = env.text("ALONGSIDE_DATA")
    if given:
        return Path(given).resolve()
    if os.geteuid() == 0:
        return Path("/var/lib/alongside")
    return Path.home() / ".local" / "share" / "alongside"


def make_folder(folder: Path, mode: int) -> None:
    """Make a folder and what is missing above it, all with this mode whatever the umask; change nothing else."""
    if folder.exists():
        return
    make_folder(folder.parent, mode)
    with contextlib.suppress(FileExistsError):  # another process was quicker
        folder.mkdir(mode=mode)
        folder.chmod(mode)


def secret_key() -> str:
    """Return the key that signs sessions and links."""
    return env.text("ALONGSIDE_SECRET_KEY") or _kept("secret-key")


def push_key() -> str:
    """Return the secret from which the key is made that names this instance to push services."""
    return env.text("ALONGSIDE_PUSH_KEY") or _kept("push-key")


def key_encryption_keys() -> dict[str, bytes]:
    """Return the keys that wrap the data keys, by id, newest first.

    ``ALONGSIDE_KEYS`` is a list ``id:base64,id:base64``; without it one key is kept in a file. It is
    never derived from the secret key, so that either can be changed without the other.
    """
    given = env.words("ALONGSIDE_KEYS")
    pairs = [entry.split(":", 1) for entry in given] or [["k1", _read_key_file()]]
    try:
        keys = {name: base64.urlsafe_b64decode(value) for name, value in pairs}
    except ValueError:
        keys = {}
    if not keys or any(len(key) != 32 for key in keys.values()):
        raise KeyMissing("ALONGSIDE_KEYS must be a list of id:key, each key 32 bytes in URL-safe base64.")
    return keys


def key_file() -> Path:
    """Return where the key-encryption key is kept when the environment gives none."""
    return data_folder() / "secrets" / "key-encryption-key"


def key_place() -> str:
    """Say where the key-encryption key is, for a sentence."""
    return "ALONGSIDE_KEYS" if env.words("ALONGSIDE_KEYS") else str(key_file())


def make_key_encryption_key() -> None:
    """Make the key of a new instance; leave the one that is there alone."""
    if not env.words("ALONGSIDE_KEYS") and not key_file().exists():
        _make(key_file(), 32)


def _read_key_file() -> str:
    try:
        return key_file().read_text(encoding="ascii").strip()
    except FileNotFoundError:
        raise KeyMissing(
            f"the key that opens private texts is missing: {key_file()}. Put it back, or set ALONGSIDE_KEYS. "
            "It is not part of a backup. (A new instance makes its own: alongside migrate.)"
        ) from None


def _kept(name: str) -> str:
    path = data_folder() / "secrets" / name
    if not path.exists():
        _make(path, 48)
    return path.read_text(encoding="ascii").strip()


def _make(path: Path, size: int) -> None:
    passable = 0o711 if os.geteuid() == 0 else 0o700  # the database user must walk through root's
    make_folder(data_folder(), passable)
    make_folder(path.parent, 0o700)
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(base64.urlsafe_b64encode(random.token_bytes(size)).decode())
        file.flush()
        os.fsync(descriptor)
    try:
        os.link(fresh, path)
    except FileExistsError:  # another process was quicker, and its key is the one
        pass
    finally:
        fresh.unlink()
