"""Which push services refuse to ring, for whoever runs the instance."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from .models import Device, host_of

LOOKED_AT = 500


@dataclass(frozen=True, slots=True)
class Refusal:
    """A push service that answered with this number instead of ringing."""

    service: str
    number: int
    devices: int
    last: dt.datetime


def refusals() -> list[Refusal]:
    """By service and number, the most devices first; whose they are is not told."""
    rows = Device.objects.filter(refused_at__isnull=False).select_related("person").order_by("-refused_at")
    found: dict[tuple[str, int], list[dt.datetime]] = {}
    for one in rows[:LOOKED_AT]:
        if one.refused_at is not None:
            found.setdefault((host_of(one), one.refused_with or 0), []).append(one.refused_at)
    told = [Refusal(service, number, len(when), when[0]) for (service, number), when in found.items()]
    return sorted(told, key=lambda one: (-one.devices, one.service, one.number))
