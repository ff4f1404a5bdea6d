"""The place in which a person sees their growth."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page

from .queries import overview
from .shelves import filled


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """My skills, my career and my stories."""
    return page(request, "growth/overview/index.html", overview(request.person, request.organisation))


@person_required
@require_GET
def record(request: PersonRequest) -> HttpResponse:
    """What stands on my record, from every area."""
    context = {"shelves": filled(request.person)}
    return page(request, "growth/overview/record.html", context, part="shelves")
