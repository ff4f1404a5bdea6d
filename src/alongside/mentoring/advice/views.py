"""Advice and actions."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page
from alongside.mentoring.hub import meeting_page
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships.models import Mentorship, Participant
from alongside.mentoring.mentorships.queries import names, others, side_of

from . import actions, forms, queries
from .models import Action, Advice


@person_required
@require_GET
def index(request: PersonRequest, mentorship: str) -> HttpResponse:
    """The ledger: all advice of a mentorship, or what is in one state."""
    reader, state = request.person, request.GET.get("state", "")
    pair = get_object_or_404(Mentorship.objects.visible_to(reader).with_people(), code=mentorship)
    context = {
        "mentorship": pair,
        "other_names": names(others(pair, reader)),
        "is_mentee": side_of(pair, reader) == Participant.Side.MENTEE,
        "state": state if state in queries.STATES else "",
        "states": queries.states(pair),
        "rows": queries.ledger(pair, state),
    }
    return page(request, "mentoring/advice/index.html", context)


@person_required
@require_POST
def give(request: PersonRequest, code: str) -> HttpResponse:
    """Write down advice that was heard."""
    meeting = get_object_or_404(Meeting.objects.visible_to(request.person).with_people(), code=code)
    form = forms.Give(request.POST)
    if form.is_valid():
        actions.give(meeting, form.cleaned_data["text"], by=request.person)
        return redirect("meetings.show", meeting.code)
    return meeting_page.answer(request, meeting, {"give_form": form}, status=422)


@person_required
@require_http_methods(["GET", "POST"])
def decide(request: PersonRequest, code: str) -> HttpResponse:
    """Do it, adapt it, or not."""
    advice = _advice(request, code)
    back = _back(request, advice.mentorship.code)
    form = forms.Decide(request.POST or None, initial={"decision": advice.decision, "why": advice.why})
    if request.method == "POST" and form.is_valid():
        actions.decide(advice, form.cleaned_data["decision"], form.cleaned_data["why"], by=request.person)
        return redirect(back)
    context = {"form": form, "advice": advice, "back": back}
    status = 422 if request.method == "POST" else 200
    return page(request, "mentoring/advice/decide.html", context, status=status)


@person_required
@require_http_methods(["GET", "POST"])
def report(request: PersonRequest, code: str) -> HttpResponse:
    """Tell what came of it."""
    advice = _advice(request, code)
    back = _back(request, advice.mentorship.code)
    form = forms.Report(request.POST or None, initial={"result": advice.result})
    if request.method == "POST" and form.is_valid():
        actions.report(advice, form.cleaned_data["result"], by=request.person)
        messages.success(request, _("Told. It is what mentors most like to hear."))
        return redirect(back)
    context = {"form": form, "advice": advice, "back": back}
    status = 422 if request.method == "POST" else 200
    return page(request, "mentoring/advice/report.html", context, status=status)


def _back(request: PersonRequest, pair: str) -> str:
    """The meeting from whose page one came; otherwise the mentorship."""
    meetings = Meeting.objects.visible_to(request.person).filter(mentorship__code=pair)
    meeting = meetings.filter(code=request.GET.get("in", "")).first()
    return (
        reverse("meetings.show", args=[meeting.code]) if meeting else reverse("mentorships.show", args=[pair])
    )


def _advice(request: PersonRequest, code: str) -> Advice:
    rows = Advice.objects.visible_to(request.person).select_related("mentorship", "mentor")
    return get_object_or_404(rows.prefetch_related("mentorship__participants"), code=code)


@person_required
@require_POST
def assign(request: PersonRequest, code: str) -> HttpResponse:
    """Write down who does what by when."""
    meeting = get_object_or_404(Meeting.objects.visible_to(request.person).with_people(), code=code)
    people = [one.person for one in meeting.mentorship.participants.all()]
    form = forms.Assign(request.POST, people=people)
    if form.is_valid():
        said = form.cleaned_data
        owner = form.people[said["owner"]]
        actions.assign(meeting, said["text"], by=request.person, owner=owner, due_on=said["due_on"])
        return redirect("meetings.show", meeting.code)
    return meeting_page.answer(request, meeting, {"assign_form": form}, status=422)


@person_required
@require_POST
def finish(request: PersonRequest, code: str) -> HttpResponse:
    """Say that it is done."""
    action = get_object_or_404(
        Action.objects.visible_to(request.person).select_related("mentorship"), code=code
    )
    actions.finish(action, by=request.person)
    messages.success(request, _("Done."))
    return redirect(_back(request, action.mentorship.code))
