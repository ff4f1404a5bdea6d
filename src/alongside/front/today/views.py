"""Today, on one page."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.clock import now
from alongside.kit.pages import page
from alongside.programmes.programmes.models import ROLES

from .queries import today_of


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """Show what needs this person now."""
    seat = request.membership
    runs = seat is not None and not set(ROLES).isdisjoint(seat.roles)
    return page(request, "front/today.html", {"today": today_of(request.person, at=now(), runs=runs)})
