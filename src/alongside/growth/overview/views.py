"""The place in which a person sees their growth."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page

from .queries import overview


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """My skills, my career and my stories."""
    return page(request, "growth/overview/index.html", overview(request.person))
