"""What a person was told: read, follow, mark as read."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.activity.devices.models import Device
from alongside.activity.devices.signing import public_key
from alongside.activity.notices import actions, stopping
from alongside.activity.notices.models import Notice
from alongside.activity.notices.queries import preference_of
from alongside.kit.addresses import ours
from alongside.kit.pages import page

from .forms import Choose

A_PAGE = 50


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """The newest first."""
    notices = Notice.objects.visible_to(request.person).order_by("-created_at", "-pk")
    shown = Paginator(notices, A_PAGE).get_page(request.GET.get("page"))
    return page(request, "front/inbox/index.html", {"notices": shown}, part="list")


@person_required
@require_GET
def bell(request: PersonRequest) -> HttpResponse:
    """How many wait, for a page that has been open for a while; nothing, if it shows that already."""
    if request.GET.get("shown") == str(request.unread):
        return HttpResponse(status=204)
    return page(request, "ui/_bell.html")


@person_required
@require_POST
def follow(request: PersonRequest, code: str) -> HttpResponse:
    """Mark a notice as read and go where it points."""
    notice = get_object_or_404(Notice.objects.visible_to(request.person), code=code)
    actions.read(notice, by=request.person)
    return redirect(ours(notice.url, "notices.index"))


@person_required
@require_POST
def read_all(request: PersonRequest) -> HttpResponse:
    """Mark everything as read."""
    actions.read_all(by=request.person)
    return redirect("notices.index")


@person_required
@require_http_methods(["GET", "POST"])
def choose(request: PersonRequest) -> HttpResponse:
    """How one wishes to be told of what."""
    preference = preference_of(request.person)
    form = Choose(request.POST if request.method == "POST" else None, preference=preference)
    if form.is_valid():
        actions.choose(preference, by=request.person, ways=form.ways, quiet=form.quiet)
        messages.success(request, _("Saved."))
        return redirect("notices.choose")
    context = {
        "form": form,
        **Device.objects.visible_to(request.person).aggregate(
            devices=Count("pk"), refused=Count("refused_at")
        ),
        "push_key": public_key(),
    }
    return page(request, "front/inbox/choose.html", context, status=422 if form.errors else 200)


@csrf_exempt  # mail programs press the button themselves (RFC 8058); the signed link is the key, and no cookie is
@require_http_methods(["GET", "POST"])
def stop(request: HttpRequest, link: str) -> HttpResponse:
    """The link in a letter: opening it asks, pressing the button stops letters of that kind."""
    found = stopping.read(link)
    if found is None:
        raise Http404
    reader, what = found
    if request.method == "POST":
        actions.stop(what, by=reader)
    context = {"label": stopping.label_of(what), "done": request.method == "POST"}
    return page(request, "front/inbox/stop.html", context)
