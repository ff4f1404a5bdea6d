"""Read the code of conduct, and agree to it."""

from __future__ import annotations

from typing import cast

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from alongside.accounts.middleware import PersonRequest
from alongside.accounts.persons import actions
from alongside.accounts.persons.conduct import VERSION
from alongside.kit.addresses import ours
from alongside.kit.pages import page


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """The words, for everybody to read; with a button for who has not agreed yet."""
    context = {"version": VERSION, "next": _next(request.GET.get("next", ""))}
    return page(request, "accounts/conduct/show.html", context)


@require_POST
def agree(request: HttpRequest) -> HttpResponse:
    """Agree, and go on to where one wanted to go."""
    person = cast(PersonRequest, request).person
    if person is None:
        return redirect_to_login(settings.CONDUCT_URL)
    actions.agree_to_conduct(by=person)
    return redirect(_next(request.POST.get("next", "")))


def _next(address: str) -> str:
    """Only an address of our own is followed."""
    return ours(address, settings.LOGIN_REDIRECT_URL)
