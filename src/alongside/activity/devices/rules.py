"""Who may do what with a device."""

from __future__ import annotations

from typing import Any

from alongside.kit.rules import rule

from .models import Device


@rule(Device)
def can_forget(person: Any, device: Device) -> bool:  # Any: persons live in an area above
    """Only the person whom it rings for."""
    return bool(device.person_id == person.pk)
