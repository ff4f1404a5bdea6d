"""Which files can be attached to a message: those that can be kept anywhere."""

from __future__ import annotations

from alongside.kit.uploads import LARGEST, SERVED, Taken, take

__all__ = ["LARGEST", "SERVED", "Taken", "take"]
