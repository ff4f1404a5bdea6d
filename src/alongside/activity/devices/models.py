"""A browser that wants to be rung."""

from __future__ import annotations

import hashlib
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models

from alongside.kit.rows import Row
from alongside.vault.sealed import SealedText


class DeviceQuerySet(models.QuerySet["Device"]):
    """Who sees which devices."""

    def visible_to(self, person: Any) -> DeviceQuerySet:  # Any: persons live in an area above
        """A device is seen by the person whom it rings for, and nobody else."""
        return self.filter(person=person)


class Device(Row):
    """A browser's address at its push service: whoever has it can ring there, so that it is kept sealed."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="devices")
    address = SealedText()
    address_digest = models.CharField(max_length=64, unique=True)
    """By which a browser is recognised that comes again, or that says goodbye."""

    refused_at = models.DateTimeField(null=True, blank=True)
    """When its push service last answered with a refusal; nothing once it takes a ring again."""
    refused_with = models.PositiveSmallIntegerField(null=True, blank=True)
    """The number of that answer (RFC 8030, RFC 8292), such as 403 for a key that is not the one it was given."""

    objects = DeviceQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def seal_key_id(self) -> int:
        """The person's own key."""
        return self.person.key_id


def digest_of(address: str) -> str:
    """By which an address is found again without being opened."""
    return hashlib.sha256(address.encode()).hexdigest()


def host_of(device: Device) -> str:
    """The push service of a device; the address itself, by which anybody could ring, goes into no log."""
    return urlsplit(device.address).hostname or "?"
