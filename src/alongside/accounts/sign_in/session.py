"""Sign somebody in who has shown otherwise who they are, and know them again."""

from __future__ import annotations

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user, login
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

from alongside.accounts.persons.models import Person

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def sign_in(request: HttpRequest, person: Person) -> None:
    """Begin a fresh session for ``person``."""
    login(request, person, backend=BACKEND)


def known(request: HttpRequest) -> Person | AnonymousUser:
    """Return who is signed in: the person that was read with the session, if everything about it is right.

    Whatever is unusual (another backend, a changed password, a closed account) is left to Django.
    """
    session = request.session
    kept, backend = session.get(SESSION_KEY), session.get(BACKEND_SESSION_KEY)  # reads the session
    found = getattr(session, "asking", None)
    person: Person | None = found.person if found else None
    right = (
        person is not None
        and backend == BACKEND
        and person.is_active
        and kept == str(person.pk)
        and constant_time_compare(session.get(HASH_SESSION_KEY, ""), person.get_session_auth_hash())
    )
    return person if person is not None and right else get_user(request)
