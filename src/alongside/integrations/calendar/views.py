"""The feed itself, and the page where its address is made."""

from __future__ import annotations

import datetime as dt

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.clock import now
from alongside.kit.pages import page
from alongside.mentoring.meetings import ics
from alongside.mentoring.meetings.queries import calendar_of

from . import actions, queries
from .models import Feed

KEPT = dt.timedelta(days=90)
"""How far back the feed goes."""


@require_GET
def feed(request: HttpRequest, token: str) -> HttpResponse:  # noqa: ARG001  the token says who asks
    """The calendar, to whoever has its address: with whom and when, never what about."""
    found = queries.by_token(token)
    if found is None:
        raise Http404
    text = ics.feed(calendar_of(found.person, now() - KEPT), found.person)
    answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """Whether the feed is open."""
    found = Feed.objects.visible_to(request.person).first()
    return page(request, "integrations/calendar/index.html", {"feed": found})


@person_required
@require_POST
def open_feed(request: PersonRequest) -> HttpResponse:
    """Make a new address; it is shown this once."""
    token = actions.open_feed(by=request.person)
    address = settings.BASE_URL + reverse("calendar.feed", args=[token])
    return page(request, "integrations/calendar/index.html", {"address": address, "feed": True})


@person_required
@require_POST
def close_feed(request: PersonRequest) -> HttpResponse:
    """Close the feed."""
    actions.close_feed(get_object_or_404(Feed.objects.visible_to(request.person)), by=request.person)
    return redirect("calendar.index")
