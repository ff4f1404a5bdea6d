"""Pages of the kit itself: the patterns, and a form that waited too long."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from .pages import page
from .specimen import Specimen, charts


@require_GET
def patterns(request: HttpRequest) -> HttpResponse:
    """Every component in every state, on one page."""
    wrong = Specimen({"name": "", "level": "7"})
    return page(request, "kit/patterns.html", {"form": Specimen(), "wrong": wrong, "charts": charts()})


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  Django's signature
    """The form waited too long, or cookies are off: say so, and keep what was typed."""
    typed = [value for key, value in request.POST.items() if "password" not in key and len(value) > 20]
    return page(request, "kit/stale.html", {"typed": typed}, status=403)
