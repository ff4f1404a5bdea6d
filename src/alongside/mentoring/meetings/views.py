"""Meetings: plan them, one meeting's page, and what became of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.clock import now
from alongside.kit.errors import Refused
from alongside.kit.live.streams import follow
from alongside.kit.pages import page
from alongside.mentoring.hub import meeting_page
from alongside.mentoring.mentorships.models import Mentorship

from . import actions, forms, planning, queries, shown
from .models import Meeting
from .room import may_still_listen

JUST_NOW = dt.timedelta(minutes=45)


@person_required
@require_GET
def index(request: PersonRequest, mentorship: str) -> HttpResponse:
    """All meetings of a mentorship."""
    pair = get_object_or_404(Mentorship.objects.visible_to(request.person).with_people(), code=mentorship)
    return page(request, "mentoring/meetings/index.html", shown.list_of(pair, request.person))


@person_required
@require_http_methods(["GET", "POST"])
def plan(request: PersonRequest, mentorship: str) -> HttpResponse:
    """Plan one meeting or a series."""
    pair = get_object_or_404(Mentorship.objects.visible_to(request.person).with_people(), code=mentorship)
    pair.refuse_if_ended()
    rhythm = queries.rhythm(pair)
    form = forms.Plan(request.POST or None, zone=request.person.zone, initial=asdict(rhythm))
    if request.method == "POST" and form.is_valid():
        try:
            told = planning.plan(pair, form.cleaned_data, request.person)
        except Refused as no:
            form.add_error(None, str(no.sentence))
        else:
            messages.success(request, told)
            return redirect("mentorships.show", pair.code)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, **shown.planning_of(pair, request.person, **asdict(rhythm))}
    return page(request, "mentoring/meetings/plan.html", context, status=status)


@person_required
@require_GET
def show(request: PersonRequest, code: str) -> HttpResponse:
    """One meeting: agenda, notes, advice, actions."""
    meeting = queries.opened(request.person, code)
    if meeting is None:
        raise Http404
    return meeting_page.answer(request, meeting)


@person_required
@require_GET
def live(request: PersonRequest, code: str) -> HttpResponse:
    """A stream that says when something on the meeting's page changed, for as long as one may see it."""
    person, session = request.person, request.session.session_key
    meeting = get_object_or_404(Meeting.objects.visible_to(person).with_people(), code=code)
    return follow(meeting.mentorship.code, person.code, lambda: may_still_listen(session, person, meeting))


@person_required
@require_http_methods(["GET", "POST"])
def move(request: PersonRequest, code: str) -> HttpResponse:
    """Choose another time."""
    meeting = get_object_or_404(Meeting.objects.visible_to(request.person).with_people(), code=code)
    form = forms.Move(request.POST or None, zone=request.person.zone)
    if request.method == "POST" and form.is_valid():
        try:
            told = planning.move(meeting, form.cleaned_data["start"], request.person)
        except Refused as no:
            form.add_error(None, str(no.sentence))
        else:
            messages.success(request, told)
            return redirect("meetings.show", meeting.code)
    status = 422 if request.method == "POST" else 200
    context = {
        "form": form,
        "meeting": meeting,
        **shown.planning_of(meeting.mentorship, request.person, meeting.minutes),
    }
    return page(request, "mentoring/meetings/move.html", context, status=status)


@person_required
@require_POST
def cancel(request: PersonRequest, code: str) -> HttpResponse:
    """Cancel one meeting."""
    meeting = get_object_or_404(Meeting.objects.visible_to(request.person).with_people(), code=code)
    actions.cancel(meeting, by=request.person)
    messages.success(request, _("Cancelled. Both calendars are told."))
    return redirect("mentorships.show", meeting.mentorship.code)


@person_required
@require_POST
def outcome(request: PersonRequest, code: str) -> HttpResponse:
    """Say whether it took place."""
    meeting = get_object_or_404(Meeting.objects.visible_to(request.person).with_people(), code=code)
    actions.tell_outcome(meeting, request.POST.get("state", ""), by=request.person)
    return redirect("meetings.show", meeting.code)


@person_required
@require_http_methods(["GET", "POST"])
def log(request: PersonRequest, mentorship: str) -> HttpResponse:
    """Keep a meeting that took place elsewhere: just now with one press, or earlier with its time."""
    pair = get_object_or_404(Mentorship.objects.visible_to(request.person).with_people(), code=mentorship)
    if request.method == "POST" and "start" not in request.POST:
        return redirect("meetings.show", actions.log(pair, now() - JUST_NOW, by=request.person).code)
    pair.refuse_if_ended()
    form = forms.Earlier(request.POST if request.method == "POST" else None, zone=request.person.zone)
    if form.is_valid():
        try:
            return redirect("meetings.show", actions.log(pair, by=request.person, **form.cleaned_data).code)
        except Refused as no:
            form.add_error("start", str(no.sentence))
    context = {"form": form, **shown.log_of(pair, request.person)}
    return page(request, "mentoring/meetings/log.html", context, status=422 if form.errors else 200)
