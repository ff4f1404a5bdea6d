"""The pages of mentorships: the list, and the workspace."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.clock import now
from alongside.kit.pages import page
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.queries import names, others

from . import queries, shown


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """The person's mentorships."""
    cards = queries.cards(request.person, at=now())
    running = [card for card in cards if card.mentorship.is_running]
    ended = [card for card in cards if not card.mentorship.is_running]
    return page(request, "mentoring/hub/index.html", {"running": running, "ended": ended})


@person_required
@require_GET
def show(request: PersonRequest, code: str) -> HttpResponse:
    """One mentorship: what is next, and everything that belongs to it."""
    workspace = queries.workspace(request.person, code, at=now())
    if workspace is None:
        raise Http404
    return page(request, "mentoring/hub/show.html", shown.page_of(workspace, request.person))


@person_required
@require_GET
def recent(request: PersonRequest, code: str) -> HttpResponse:
    """What happened last; the workspace loads it when the rest is there."""
    mentorship = get_object_or_404(Mentorship.objects.visible_to(request.person).with_people(), code=code)
    context = {
        "mentorship": mentorship,
        "other_names": names(others(mentorship, request.person)),
        "recent": shown.happened(queries.recent(mentorship)),
    }
    return page(request, "mentoring/hub/recent.html", context, part="list")
