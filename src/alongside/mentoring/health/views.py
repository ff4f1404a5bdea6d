"""The page of a mentorship's health."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.clock import now
from alongside.kit.pages import page
from alongside.mentoring.mentorships.models import Mentorship

from . import shown


@person_required
@require_GET
def show(request: PersonRequest, mentorship: str) -> HttpResponse:
    """How it is going, for the people in it alone."""
    pair = get_object_or_404(Mentorship.objects.visible_to(request.person).with_people(), code=mentorship)
    return page(request, "mentoring/health/show.html", shown.page_of(pair, request.person, now()))
