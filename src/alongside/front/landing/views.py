"""The first page: what this is, and how to begin; somebody who is signed in goes on to Today."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from alongside.accounts.persons.queries import anybody_here
from alongside.kit.pages import page


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Show what Alongside is to a stranger."""
    if request.user.is_authenticated:
        return redirect("today")
    if not anybody_here():
        return redirect("setup")
    return page(request, "front/landing.html")
