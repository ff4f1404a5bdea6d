"""The page on which a person sees everything that they tell about themself."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page

from .queries import overview


@person_required
@require_GET
def show(request: PersonRequest) -> HttpResponse:
    """My career."""
    return page(request, "people/me/show.html", {"told": overview(request.person)})
