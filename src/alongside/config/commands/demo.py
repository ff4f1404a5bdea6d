"""A demo in a folder of its own: nothing of a real instance is read, written or mailed."""

from __future__ import annotations

import os
from pathlib import Path

from alongside.config import env

from .serving import is_free

SOURCE = Path(__file__).resolve().parents[2]
KEPT = {"ALONGSIDE_DATA"}
TRIES = 100


def set_apart(port: int) -> None:
    """Point this process at the demo's own folder and address, and at nothing else."""
    for name in env.names("ALONGSIDE_", "DATABASE_"):
        if name not in KEPT:
            del os.environ[name]
    os.environ.setdefault("ALONGSIDE_DATA", str(folder()))
    os.environ["ALONGSIDE_DEMO"] = "1"
    os.environ["ALONGSIDE_URL"] = f"http://127.0.0.1:{port}"


def folder() -> Path:
    """Return the demo's folder: in the checkout if this is one, else beside the user's other data."""
    checkout = SOURCE.parents[1]
    if (checkout / "pyproject.toml").exists() and os.access(checkout, os.W_OK):
        return checkout / ".demo"
    return Path.home() / ".local" / "share" / "alongside-demo"


def free_port(first: int) -> int:
    """Return ``first``, or the next port that nobody listens on; the choice is said aloud."""
    port = next((each for each in range(first, first + TRIES) if is_free("127.0.0.1", each)), first)
    if port != first:
        print(f"Port {first} is taken by another program; using {port}.", flush=True)
    return port
