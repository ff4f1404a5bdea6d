"""Pausing, taking up and ending a mentorship."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page
from alongside.kit.rules import require

from . import actions, queries, rules
from .models import Mentorship


@person_required
@require_POST
def pause(request: PersonRequest, code: str) -> HttpResponse:
    """Rest for a while."""
    mentorship = get_object_or_404(Mentorship.objects.visible_to(request.person).with_people(), code=code)
    actions.pause(mentorship, by=request.person)
    messages.success(request, _("Paused. Take it up again when it suits you both."))
    return redirect("mentorships.show", mentorship.code)


@person_required
@require_POST
def resume(request: PersonRequest, code: str) -> HttpResponse:
    """Go on."""
    mentorship = get_object_or_404(Mentorship.objects.visible_to(request.person).with_people(), code=code)
    actions.resume(mentorship, by=request.person)
    messages.success(request, _("Under way again."))
    return redirect("mentorships.show", mentorship.code)


@person_required
@require_http_methods(["GET", "POST"])
def end(request: PersonRequest, code: str) -> HttpResponse:
    """Say what ending means; then end it, without a reason."""
    mentorship = get_object_or_404(Mentorship.objects.visible_to(request.person).with_people(), code=code)
    require(rules.can_end(request.person, mentorship))
    if request.method == "POST":
        actions.end(mentorship, by=request.person)
        messages.success(request, _("Ended. What you wrote together stays here to read."))
        return redirect("mentorships.show", mentorship.code)
    mentorship.refuse_if_over()
    others = queries.names(queries.others(mentorship, request.person))
    return page(request, "mentoring/mentorships/end.html", {"mentorship": mentorship, "others": others})
