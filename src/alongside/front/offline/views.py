"""The installable app: its manifest, its worker, and what it shows without a network."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.clock import now
from alongside.kit.pages import page

from . import queries

ICONS = (
    ("icon-192.png", "192x192", "any"),
    ("icon-512.png", "512x512", "any"),
    ("icon-full.png", "512x512", "maskable"),
)
BRAND, PAPER = "#1d4fc4", "#fdfaf5"


@require_GET
def manifest(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  the same for everybody
    """What the app is called and how it looks when it is installed."""
    icons = [
        {"src": static(f"front/icons/{file}"), "sizes": sizes, "type": "image/png", "purpose": purpose}
        for file, sizes, purpose in ICONS
    ]
    told = {
        "id": "/",
        "name": "Alongside",
        "short_name": "Alongside",
        "description": _("Mentoring for product people"),
    }
    shown = {"display": "standalone", "theme_color": BRAND, "background_color": PAPER, "icons": icons}
    where = {"start_url": reverse("today"), "scope": "/"}
    return JsonResponse({**told, **where, **shown}, content_type="application/manifest+json")


@require_GET
def worker(request: HttpRequest) -> HttpResponse:
    """The service worker; it stands at the root so that it sees every page."""
    answer = render(request, "front/offline/worker.js", content_type="text/javascript")
    answer.headers["Cache-Control"] = "no-cache"
    return answer


@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """What everybody reads without a network: nothing of anybody."""
    return page(request, "front/offline/show.html")


@person_required
@require_GET
def agenda(request: PersonRequest) -> HttpResponse:
    """The agenda and the drafts of who is signed in; the browser keeps this one page until they sign out."""
    at, person = now(), request.person
    context = {"at": at, "meetings": queries.coming(person, at), "drafts": queries.begun(person)}
    answer = page(request, "front/offline/agenda.html", context)
    answer.headers["X-Person"], answer.headers["X-At"] = person.code, at.isoformat()
    return answer
