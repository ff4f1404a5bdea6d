"""Put documents on the table of a meeting, show them, and take them away."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships.queries import names, others

from . import actions, forms, queries, serving
from .models import Document, DocumentQuerySet


@person_required
@require_http_methods(["GET", "POST"])
def put(request: PersonRequest, meeting: str) -> HttpResponse:
    """Put a file or an address on the table."""
    found = get_object_or_404(Meeting.objects.visible_to(request.person).with_people(), code=meeting)
    found.mentorship.refuse_if_ended()
    typed = (request.POST, request.FILES) if request.method == "POST" else ()
    named = {name: request.GET.get(name, "") for name in ("file", "url")}  # from the shelf
    form = forms.Put(*typed, files=queries.files_for(found), initial=named)
    if form.is_valid():
        actions.put(found, by=request.person, **form.cleaned_data)
        messages.success(request, _("It lies on the table."))
        return redirect("meetings.show", found.code)
    context = {"form": form, "meeting": found, "other_names": names(others(found.mentorship, request.person))}
    return page(request, "mentoring/documents/put.html", context, status=422 if form.errors else 200)


@person_required
@require_GET
@xframe_options_sameorigin
def shown(request: PersonRequest, code: str) -> HttpResponse:
    """What is in a file, for the frame or the picture in the meeting's page."""
    document = get_object_or_404(_seen(request).select_related("attachment__message__mentorship"), code=code)
    if not document.shown_as:
        raise Http404
    return serving.shown(request, document)


@person_required
@require_POST
def take_away(request: PersonRequest, code: str) -> HttpResponse:
    """Take it off the table."""
    document = get_object_or_404(_seen(request), code=code)
    actions.take_away(document, by=request.person)
    return redirect("meetings.show", document.meeting.code)


def _seen(request: PersonRequest) -> DocumentQuerySet:
    rows = Document.objects.visible_to(request.person).with_files().select_related("meeting__mentorship")
    return rows.prefetch_related("meeting__mentorship__participants")
