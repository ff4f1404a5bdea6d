"""The environment is read here and nowhere else."""

from __future__ import annotations

import os
from pathlib import Path


def text(name: str, default: str = "") -> str:
    """Return the setting ``name``, or the content of the file that ``NAME_FILE`` points at."""
    path = os.environ.get(f"{name}_FILE")
    if path:
        return Path(path).read_text(encoding="utf-8").strip()
    return os.environ.get(name, default)


def flag(name: str, default: bool = False) -> bool:
    """Return whether ``name`` is on: 1, true, yes or on."""
    value = text(name)
    return value.lower() in {"1", "true", "yes", "on"} if value else default


def number(name: str, default: int) -> int:
    """Return ``name`` as a whole number."""
    value = text(name)
    return int(value) if value else default


def words(name: str, default: str = "") -> list[str]:
    """Return ``name`` as a list, split at commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def names(*beginnings: str) -> list[str]:
    """Return the names in the environment that begin so."""
    return [name for name in os.environ if name.startswith(beginnings)]
