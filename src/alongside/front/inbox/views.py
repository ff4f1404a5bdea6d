"""What a person was told: read, follow, mark as read."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.activity.notices import actions
from alongside.activity.notices.models import Notice
from alongside.kit.addresses import ours
from alongside.kit.pages import page

A_PAGE = 50


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """The newest first."""
    notices = Notice.objects.visible_to(request.person).order_by("-created_at", "-pk")
    shown = Paginator(notices, A_PAGE).get_page(request.GET.get("page"))
    return page(request, "front/inbox/index.html", {"notices": shown}, part="list")


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
