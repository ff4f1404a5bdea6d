"""The doors: who may reach a view at all."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from .middleware import PersonRequest

P = ParamSpec("P")
View = Callable[Concatenate[PersonRequest, P], HttpResponse]
AnyView = Callable[Concatenate[HttpRequest, P], HttpResponse]


def person_required(view: View[P]) -> AnyView[P]:
    """Let in only who is signed in and has agreed to the code of conduct; send everybody else there first."""

    @wraps(view)
    def door(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        person = request.person  # type: ignore[attr-defined]  # set by the middleware
        if person is None:
            return redirect_to_login(_back(request), settings.LOGIN_URL)
        if person.agreed_conduct_at is None:
            return redirect(f"{settings.CONDUCT_URL}?{urlencode({'next': _back(request)})}")
        return view(request, *args, **kwargs)  # type: ignore[arg-type]  # the middleware made it one

    door.is_door = True  # type: ignore[attr-defined]  # the test of the doors looks for it
    return door


def _back(request: HttpRequest) -> str:
    """Where to go on afterwards: the page itself, or the start after something that was sent."""
    return request.get_full_path() if request.method in {"GET", "HEAD"} else "/"
