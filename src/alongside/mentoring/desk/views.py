"""The page of the mentor's desk."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.clock import now
from alongside.kit.pages import page

from .queries import desk_of


@person_required
@require_GET
def show(request: PersonRequest) -> HttpResponse:
    """Everybody one mentors."""
    return page(request, "mentoring/desk/show.html", {"desk": desk_of(request.person, now())})
