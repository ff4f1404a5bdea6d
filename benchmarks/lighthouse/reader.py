"""Who looks at the pages, and the cookie by which the server knows them."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

from alongside.accounts.sessions.store import SessionStore
from alongside.accounts.sign_in.session import BACKEND
from benchmarks.web.crowd import gather
from benchmarks.web.pages import addresses
from benchmarks.web.reader import settle


def settled(people: int, much: int) -> dict[str, Any]:
    """Make the people; return the reader's cookie and the addresses of their pages."""
    world = settle(gather(people), much)
    session = SessionStore()
    session[SESSION_KEY], session[BACKEND_SESSION_KEY] = str(world.reader.pk), BACKEND
    session[HASH_SESSION_KEY] = world.reader.get_session_auth_hash()
    session.save()
    return {"cookie": session.session_key, "pages": addresses(world)}
