"""One world for all attacks, whose codes are the same each time, so that its forms are looked for once."""

from __future__ import annotations

import random
from types import SimpleNamespace

import pytest

from .world import full


@pytest.fixture
def same_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let chance give the same codes to the same things in every test of this folder."""
    chance = random.Random(6)  # noqa: S311  the opposite of a secret is wanted here

    def token(length: int) -> str:
        return "".join(chance.choices("abcdefghjkmnpqrstuvwxyz0123456789", k=length * 4 // 3 + 1))

    told = SimpleNamespace(choice=chance.choice, token_urlsafe=token)
    monkeypatch.setattr("alongside.kit.codes.secrets", told)


@pytest.fixture
def world(same_codes: None, cast: SimpleNamespace) -> SimpleNamespace:
    """The world of the access matrix, made fuller."""
    return full(cast)
