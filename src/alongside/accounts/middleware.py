"""Puts who is asking on the request: ``request.person`` and the membership that they look through."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.contrib.auth import SESSION_KEY
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from .memberships.models import Membership
from .organisations.models import Organisation
from .persons.models import Person as PersonModel
from .sign_in.session import known

CHOSEN = "membership"
"""The session's key for the code of the membership that the person switched to."""


class PersonRequest(HttpRequest):
    """A request of somebody who is signed in."""

    person: PersonModel
    membership: Membership | None
    organisation: Organisation | None
    """The one that they look through."""
    memberships: list[Membership]
    unread: int
    csp_nonce: str


class Authentication(AuthenticationMiddleware):
    """Django's ``request.user``, which is read along with the session."""

    def process_request(self, request: HttpRequest) -> None:
        """Put the user on the request, and not a stand-in: the next step looks at it anyway."""
        super().process_request(request)
        request.user = known(request)


class Person:
    """Set ``request.person`` (None for a stranger), ``.memberships``, ``.membership`` and ``.unread``.

    A person who was deactivated in the middle is signed out here, and told so.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = cast(PersonRequest, request)
        user = request.user
        asked.person = user if user.is_authenticated else None  # type: ignore[assignment]  # a stranger has none; person_required keeps them out
        if asked.person is None and SESSION_KEY in request.session:
            request.session.flush()
            return redirect("account_inactive")
        read = getattr(request.session, "asking", None)
        theirs = read is not None and asked.person is not None and read.person == asked.person
        asked.memberships = read.memberships if read and theirs else []
        asked.membership = _chosen(asked)
        asked.organisation = asked.membership.organisation if asked.membership else None
        asked.unread = read.unread if read and theirs else 0
        return self.get_response(request)


def _chosen(request: PersonRequest) -> Membership | None:
    if not request.memberships:
        return None
    code = request.session.get(CHOSEN)
    every = request.memberships
    return next((one for one in every if one.code == code), every[0])
