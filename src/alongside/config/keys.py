"""The key-encryption key at start: made for a new instance, demanded of one that has private texts already."""

from __future__ import annotations

from alongside.config import secrets
from alongside.vault.keys.keyring import Unreadable, unwrap
from alongside.vault.keys.models import DataKey


def make_or_check() -> None:
    """Make the key when nothing is sealed yet; else raise ``KeyMissing`` unless ours opens what is there."""
    newest = DataKey.objects.filter(destroyed_at=None).order_by("-pk").first()
    if newest is None:
        secrets.make_key_encryption_key()
        return
    secrets.key_encryption_keys()
    try:
        unwrap(newest.pk)
    except Unreadable as wrong:
        raise secrets.KeyMissing(
            f"the key-encryption key is not the one that sealed this instance's private texts ({wrong}). "
            f"Put the right one into {secrets.key_file()} or ALONGSIDE_KEYS. It is not part of a backup."
        ) from wrong
