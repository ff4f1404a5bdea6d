"""The cast, for what is true of the whole product."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from alongside.conftest import as_, cast, letters, tell_everyone
from alongside.kit.live import listening, streams

__all__ = ["as_", "cast", "letters", "tell_everyone"]


@pytest.fixture(autouse=True)
def streams_end_with_their_page(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A page that a test has closed is noticed at once: nothing of it reaches into the next test."""
    monkeypatch.setattr(streams, "BEAT", 0.3)
    monkeypatch.setattr(listening, "QUIET", 0.2)
    yield
    listening.LISTENER.wait_until_silent()
