"""Sign somebody in who has shown otherwise who they are."""

from __future__ import annotations

from django.contrib.auth import login
from django.http import HttpRequest

from alongside.accounts.persons.models import Person

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def sign_in(request: HttpRequest, person: Person) -> None:
    """Begin a fresh session for ``person``."""
    login(request, person, backend=BACKEND)
