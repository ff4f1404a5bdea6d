"""The agenda of a meeting."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page
from alongside.mentoring.hub import meeting_page
from alongside.mentoring.meetings.models import AgendaItem, Meeting

from . import actions, forms


@person_required
@require_POST
def add(request: PersonRequest, code: str) -> HttpResponse:
    """Add a topic."""
    meeting = get_object_or_404(Meeting.objects.visible_to(request.person).with_people(), code=code)
    form = forms.Topic(request.POST)
    if form.is_valid():
        actions.add(meeting, by=request.person, **form.cleaned_data)
        return redirect("meetings.show", meeting.code)
    return meeting_page.answer(request, meeting, {"topic_form": form}, status=422)


@person_required
@require_http_methods(["GET", "POST"])
def change(request: PersonRequest, code: str) -> HttpResponse:
    """Change a topic."""
    items = AgendaItem.objects.visible_to(request.person).select_related("meeting__mentorship")
    item = get_object_or_404(items, code=code)
    said = {"topic": item.topic, "question": item.question, "help": item.help, "minutes": item.minutes}
    form = forms.Topic(request.POST or None, initial=said)
    if request.method == "POST" and form.is_valid():
        actions.change(item, by=request.person, **form.cleaned_data)
        return redirect("meetings.show", item.meeting.code)
    status = 422 if request.method == "POST" else 200
    return page(request, "mentoring/meetings/topic.html", {"form": form, "item": item}, status=status)


@person_required
@require_POST
def remove(request: PersonRequest, code: str) -> HttpResponse:
    """Take a topic away."""
    items = AgendaItem.objects.visible_to(request.person).select_related("meeting__mentorship")
    item = get_object_or_404(items, code=code)
    actions.remove(item, by=request.person)
    return redirect("meetings.show", item.meeting.code)


@person_required
@require_POST
def up(request: PersonRequest, code: str) -> HttpResponse:
    """Move a topic one place up."""
    items = AgendaItem.objects.visible_to(request.person).select_related("meeting__mentorship")
    item = get_object_or_404(items, code=code)
    actions.raise_item(item, by=request.person)
    return redirect("meetings.show", item.meeting.code)
