"""Puts who is asking on the request: ``request.person`` and the membership that they look through."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from alongside.activity.notices.queries import unread, unread_of

from .memberships.models import Membership
from .persons.models import Person as PersonModel

CHOSEN = "membership"
"""The session's key for the code of the membership that the person switched to."""


class PersonRequest(HttpRequest):
    """A request of somebody who is signed in."""

    person: PersonModel
    membership: Membership | None
    memberships: list[Membership]
    unread: int
    csp_nonce: str


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
        asked.memberships = _memberships(asked)
        asked.membership = _chosen(asked)
        asked.unread = _unread(asked)
        return self.get_response(request)


def _memberships(request: PersonRequest) -> list[Membership]:
    """All current memberships, and with them, in the same query, how many notices wait."""
    if request.person is None:
        return []
    current = Membership.objects.current().filter(person=request.person).annotate(unread=unread_of("person"))
    return list(current.select_related("organisation").order_by("organisation__name"))


def _chosen(request: PersonRequest) -> Membership | None:
    if not request.memberships:
        return None
    code = request.session.get(CHOSEN)
    every = request.memberships
    return next((one for one in every if one.code == code), every[0])


def _unread(request: PersonRequest) -> int:
    if request.person is None:
        return 0
    first = next(iter(request.memberships), None)
    return unread(request.person) if first is None else getattr(first, "unread", 0) or 0
