"""Suggest times, and pick one."""

from __future__ import annotations

import datetime as dt

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.errors import Refused
from alongside.kit.pages import page
from alongside.mentoring.meetings import forms, planning, queries
from alongside.mentoring.meetings.models import Suggestion
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.queries import names, other_zone, others

from . import actions

SUGGEST = "mentoring/suggestions/suggest.html"


@person_required
@require_http_methods(["GET", "POST"])
def suggest(request: PersonRequest, mentorship: str) -> HttpResponse:
    """Up to three times; those at which all are free stand there already."""
    pair = get_object_or_404(Mentorship.objects.visible_to(request.person).with_people(), code=mentorship)
    pair.refuse_if_ended()
    minutes = queries.rhythm(pair).minutes
    data = request.POST if request.method == "POST" else None
    start = {} if data else planning.first_three(pair, minutes, request.person)
    form = forms.Suggest(data, zone=request.person.zone, initial={"minutes": minutes, **start})
    if form.is_valid():
        said = form.cleaned_data
        try:
            actions.suggest(
                pair, form.times(), by=request.person, minutes=said["minutes"], link=planning.link_of(said)
            )
        except Refused as no:
            form.add_error("first", str(no.sentence))
        else:
            messages.success(request, _("Suggested. The first time that is picked goes into both calendars."))
            return redirect("meetings.index", pair.code)
    context = {"form": form, "mentorship": pair, "other_names": names(others(pair, request.person))}
    return page(request, SUGGEST, context, status=422 if form.errors else 200)


@person_required
@require_GET
def show(request: PersonRequest, code: str) -> HttpResponse:
    """The times, each with a button."""
    found = _seen(request, code)
    context = {
        "suggestion": found,
        "mentorship": found.mentorship,
        "other_names": names(others(found.mentorship, request.person)),
        "other_zone": other_zone(found.mentorship, request.person),
    }
    return page(request, "mentoring/suggestions/show.html", context)


@person_required
@require_POST
def pick(request: PersonRequest, code: str) -> HttpResponse:
    """Pick one."""
    found = _seen(request, code)
    try:
        start = dt.datetime.fromisoformat(request.POST.get("start", ""))
        meeting = actions.pick(
            found, start if start.tzinfo else start.replace(tzinfo=dt.UTC), by=request.person
        )
    except ValueError as strange:
        raise Refused(_("Pick one of the suggested times.")) from strange
    messages.success(request, _("Planned. Both calendars are told."))
    return redirect("meetings.show", meeting.code)


@person_required
@require_POST
def decline(request: PersonRequest, code: str) -> HttpResponse:
    """None suits."""
    found = _seen(request, code)
    actions.decline(found, by=request.person)
    return redirect("suggestions.suggest", found.mentorship.code)


@person_required
@require_POST
def take_back(request: PersonRequest, code: str) -> HttpResponse:
    """Take them back."""
    found = _seen(request, code)
    actions.take_back(found, by=request.person)
    return redirect("meetings.index", found.mentorship.code)


def _seen(request: PersonRequest, code: str) -> Suggestion:
    rows = Suggestion.objects.visible_to(request.person).select_related("by", "mentorship", "meeting")
    return get_object_or_404(rows.prefetch_related("mentorship__participants"), code=code)
