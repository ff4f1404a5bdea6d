"""The cast, for what is true of the whole product."""

from __future__ import annotations

from alongside.conftest import as_, cast, letters, tell_everyone

__all__ = ["as_", "cast", "letters", "tell_everyone"]
