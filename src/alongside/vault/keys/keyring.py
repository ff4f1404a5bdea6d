"""Wrap, unwrap and destroy data keys (envelope encryption, AES-256-GCM)."""

from __future__ import annotations

import os
import time

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import models, transaction

from alongside.kit.clock import now

from .models import DataKey

REMEMBER_SECONDS = 60.0
"""How long an unwrapped key stays in this process; after a destruction elsewhere it is gone within this time."""

_unwrapped: dict[int, tuple[float, bytes]] = {}


class Unreadable(Exception):
    """The text cannot be read: its key is destroyed, missing or not the one that sealed it."""


def make_key() -> DataKey:
    """Make and keep a fresh data key."""
    key = DataKey()
    name, wrapping = next(iter(settings.KEY_ENCRYPTION_KEYS().items()))
    key.wrapped_by = name
    key.wrapped = _seal(wrapping, os.urandom(32), key.code)
    key.save()
    return key


def unwrap(key_id: int) -> bytes:
    """Return the 32 bytes of a data key, or raise ``Unreadable``."""
    remembered = _unwrapped.get(key_id)
    if remembered and remembered[0] > time.monotonic():
        return remembered[1]
    value = _open(DataKey.objects.get(pk=key_id))
    _unwrapped[key_id] = (time.monotonic() + REMEMBER_SECONDS, value)
    return value


@transaction.atomic
def destroy(key: DataKey) -> None:
    """Forget a key for ever: everything sealed under it is unreadable from now on."""
    key.wrapped = b""
    key.destroyed_at = now()
    key.save(update_fields=["wrapped", "destroyed_at"])
    _unwrapped.pop(key.pk, None)


def wrapped_by_older() -> models.QuerySet[DataKey]:
    """The data keys that do not yet lie under the newest key-encryption key."""
    newest = next(iter(settings.KEY_ENCRYPTION_KEYS()))
    return DataKey.objects.filter(destroyed_at=None).exclude(wrapped_by=newest)


@transaction.atomic
def rewrap(key: DataKey) -> bool:
    """Wrap a key by the newest key-encryption key; return whether anything changed.

    It is read anew and held: a key destroyed in the meantime must not come back.
    """
    name, wrapping = next(iter(settings.KEY_ENCRYPTION_KEYS().items()))
    key = DataKey.objects.select_for_update().get(pk=key.pk)
    if key.destroyed_at or key.wrapped_by == name:
        return False
    key.wrapped = _seal(wrapping, _open(key), key.code)
    key.wrapped_by = name
    key.save(update_fields=["wrapped", "wrapped_by"])
    return True


def _open(key: DataKey) -> bytes:
    wrapping = settings.KEY_ENCRYPTION_KEYS().get(key.wrapped_by)
    if key.destroyed_at or wrapping is None:
        raise Unreadable(f"data key {key.code} cannot be opened")
    sealed = bytes(key.wrapped)
    try:
        return AESGCM(wrapping).decrypt(sealed[:12], sealed[12:], key.code.encode())
    except InvalidTag as wrong:
        raise Unreadable(f"data key {key.code} was wrapped by another key-encryption key") from wrong


def _seal(wrapping: bytes, value: bytes, code: str) -> bytes:
    nonce = os.urandom(12)
    return nonce + AESGCM(wrapping).encrypt(nonce, value, code.encode())
