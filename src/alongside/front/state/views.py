"""The state of this Alongside, for whoever runs it."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page

from .queries import state


@person_required
@require_GET
def show(request: PersonRequest) -> HttpResponse:
    """What does not get through, and what to do about it."""
    if not request.person.runs_instance:
        raise Http404
    return page(request, "front/state/show.html", state())
