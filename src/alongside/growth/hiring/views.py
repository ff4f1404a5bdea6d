"""The pages of what those who hire look for."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page

from .pages import GUIDES, ROLES, STAGES


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """All pages, by role and by stage."""
    return page(request, "growth/hiring/index.html", {"roles": ROLES, "stages": STAGES})


@person_required
@require_GET
def show(request: PersonRequest, guide: str) -> HttpResponse:
    """One page, with what it rests on."""
    found = GUIDES.get(guide)
    if found is None:
        raise Http404
    return page(request, "growth/hiring/show.html", {"guide": found})
