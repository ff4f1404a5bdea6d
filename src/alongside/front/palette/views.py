"""Where to go: a list for the command palette, and a page of its own without JavaScript."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page
from alongside.kit.text import one_line

from .queries import reachable


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """Places, mentorships and people whose name holds the words."""
    words = one_line(request.GET.get("words", ""))[:80]
    context = {"words": words, "targets": reachable(request.person, words)}
    return page(request, "front/palette/index.html", context, part="list")
