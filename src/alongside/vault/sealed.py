"""A text field that is unreadable at rest: AES-256-GCM, bound to its table, column, row and key."""

from __future__ import annotations

import os
from typing import Any, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import models

from .keys.keyring import Unreadable, unwrap


class Sealing(Protocol):
    """What a model with sealed texts has: a code, and the number of the data key that seals them."""

    code: str

    def seal_key_id(self) -> int:
        """Return the primary key of the ``DataKey`` for this row."""


class SealedText(models.BinaryField):  # type: ignore[type-arg]  # the stubs give it no parameters
    """Holds text sealed; reading the attribute opens it, and raises ``Unreadable`` when it cannot.

    The model needs ``code`` (set before saving) and ``seal_key_id()``. The binding (table, column, code,
    key) makes a text that is copied to another row unreadable there. An empty text is stored as no bytes.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", b"")
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def contribute_to_class(self, cls: type[models.Model], name: str, private_only: bool = False) -> None:
        super().contribute_to_class(cls, name, private_only)
        setattr(cls, name, _Seal(self))

    def pre_save(self, model_instance: models.Model, add: bool) -> bytes:  # noqa: ARG002  Django's signature
        value = model_instance.__dict__.get(self.attname)
        if isinstance(value, str):
            return seal(model_instance, self, value)
        return bytes(value or b"")

    def value_to_string(self, obj: models.Model) -> str:  # noqa: ARG002  Django's signature
        raise TypeError("sealed texts are not serialised")


class _Seal:
    """Reads and writes the attribute: str in memory after opening, bytes as they came from the database."""

    def __init__(self, field: SealedText) -> None:
        self.field = field

    def __get__(self, instance: models.Model | None, owner: type[models.Model]) -> Any:
        if instance is None:
            return self
        name = self.field.attname
        if name not in instance.__dict__:
            instance.refresh_from_db(fields=[name])
        value = instance.__dict__[name]
        if not isinstance(value, str):
            value = open_sealed(instance, self.field, bytes(value or b""))
            instance.__dict__[name] = value
        return value

    def __set__(self, instance: models.Model, value: str | bytes | memoryview) -> None:
        instance.__dict__[self.field.attname] = value


def seal(row: Any, field: SealedText, text: str) -> bytes:
    """Return ``text`` sealed for this row and column; an empty text stays empty."""
    return seal_bytes(row, field, text.encode())


def seal_bytes(row: Any, field: models.BinaryField, content: bytes) -> bytes:  # type: ignore[type-arg]  # as above
    """Return ``content``, such as a file, sealed for this row and column; nothing stays nothing."""
    if not content:
        return b""
    key_id = row.seal_key_id()
    nonce = os.urandom(12)
    return nonce + AESGCM(unwrap(key_id)).encrypt(nonce, content, _binding(row, field, key_id))


def open_sealed(row: Any, field: SealedText, sealed: bytes) -> str:
    """Return the text, or raise ``Unreadable``: never the sealed bytes, never a guess."""
    return open_bytes(row, field, sealed).decode()


def open_bytes(row: Any, field: models.BinaryField, sealed: bytes) -> bytes:  # type: ignore[type-arg]  # as above
    """Return what was sealed by ``seal_bytes``, or raise ``Unreadable``."""
    if not sealed:
        return b""
    key_id = row.seal_key_id()
    try:
        return AESGCM(unwrap(key_id)).decrypt(sealed[:12], sealed[12:], _binding(row, field, key_id))
    except InvalidTag as wrong:
        raise Unreadable(f"{row._meta.label}.{field.attname} of {row.code} cannot be opened") from wrong


def _binding(row: Any, field: models.BinaryField, key_id: int) -> bytes:  # type: ignore[type-arg]  # as above
    return f"{row._meta.db_table}|{field.column}|{row.code}|{key_id}".encode()
