"""Let a browser ring, or let it be silent again."""

from __future__ import annotations

from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from alongside.activity.events.record import record
from alongside.kit import outbound
from alongside.kit.errors import Refused
from alongside.kit.rules import require

from . import rules
from .models import Device, digest_of

AT_MOST = 10
"""Devices of one person; the one that came first makes room."""


@transaction.atomic
def add(address: str, *, by: Any) -> Device:  # Any: persons live in an area above
    """Ring this browser for ``by`` from now on, and for nobody else who used it before."""
    require(by.is_active)
    try:
        outbound.read_address(address)
    except outbound.Unfetched as strange:
        raise Refused(_("This browser gave an address that Alongside does not ring.")) from strange
    digest = digest_of(address)
    with connection.cursor() as cursor:  # of two at once the second takes the place of the first
        cursor.execute("select pg_advisory_xact_lock(%s)", [int(digest[:15], 16)])
    Device.objects.filter(address_digest=digest).delete()
    newest = Device.objects.filter(person=by).order_by("-pk")[: AT_MOST - 1]
    Device.objects.filter(person=by).exclude(pk__in=[one.pk for one in newest]).delete()
    device = Device.objects.create(person=by, address=address, address_digest=digest)
    record("device.added", by=by, about=device)
    return device


@transaction.atomic
def forget(device: Device, *, by: Any) -> None:
    """Ring this browser no more."""
    require(rules.can_forget(by, device))
    record("device.forgotten", by=by, about=device)
    device.delete()


@transaction.atomic
def forget_all(*, by: Any) -> None:
    """Ring none of this person's browsers; with none there, nothing changes."""
    require(by.is_active)
    if Device.objects.visible_to(by).delete()[0]:
        record("devices.forgotten", by=by, about=by)
