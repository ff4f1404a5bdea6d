"""Search again with the same brief."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page
from alongside.kit.rules import require
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.queries import ended_lately

from . import actions, queries, rules


@person_required
@require_http_methods(["GET", "POST"])
def start(request: PersonRequest, code: str) -> HttpResponse:
    """Ask once, then go to the mentors."""
    pair = get_object_or_404(Mentorship.objects.visible_to(request.person).with_people(), code=code)
    require(rules.can_search_again(request.person, pair))
    if request.method == "POST":
        brief = actions.search_again(pair, by=request.person)
        return redirect(f"{reverse('search.index')}?brief={brief.code}")
    context = {
        "mentorship": pair,
        "brief": queries.brief_of(pair, request.person),
        "lately": ended_lately(pair),
    }
    return page(request, "matching/rematches/start.html", context)
