"""Puts who is asking on the request: ``request.person`` and the membership that they look through."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponse

from .memberships.models import Membership
from .persons.models import Person as PersonModel

CHOSEN = "membership"
"""The session's key for the code of the membership that the person switched to."""


class PersonRequest(HttpRequest):
    """A request of somebody who is signed in."""

    person: PersonModel
    membership: Membership | None
    memberships: list[Membership]
    csp_nonce: str


class Person:
    """Set ``request.person`` (None for a stranger), ``request.memberships`` and ``request.membership``."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = cast(PersonRequest, request)
        user = request.user
        asked.person = user if isinstance(user, PersonModel) or user.is_authenticated else None  # type: ignore[assignment]  # a stranger has none; person_required keeps them out
        asked.memberships = _memberships(asked)
        asked.membership = _chosen(asked)
        return self.get_response(request)


def _memberships(request: PersonRequest) -> list[Membership]:
    if request.person is None:
        return []
    current = Membership.objects.filter(person=request.person, left_at=None)
    return list(current.select_related("organisation").order_by("organisation__name"))


def _chosen(request: PersonRequest) -> Membership | None:
    if not request.memberships:
        return None
    code = request.session.get(CHOSEN)
    every = request.memberships
    return next((one for one in every if one.code == code), every[0] if every else None)
