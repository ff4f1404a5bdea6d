"""Writing the notes of a meeting."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page
from alongside.mentoring.hub import meeting_page
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.meetings.queries import opened

from . import actions, forms, queries


@person_required
@require_GET
def show(request: PersonRequest, code: str) -> HttpResponse:
    """The shared note alone, for an open page that was told that it changed; it stands on the meeting's page."""
    meeting = opened(request.person, code)
    if meeting is None:
        raise Http404
    if not request.headers.get("HX-Request"):
        return redirect("meetings.show", meeting.code)
    context = {"meeting": meeting, "shared": queries.shared_of(meeting, request.person)}
    return page(request, "mentoring/notes/_shared.html", context)


@person_required
@require_POST
def share(request: PersonRequest, code: str) -> HttpResponse:
    """Write the note that both read."""
    return _write(request, code, shared=True)


@person_required
@require_POST
def keep(request: PersonRequest, code: str) -> HttpResponse:
    """Write one's own note, which nobody else reads."""
    return _write(request, code, shared=False)


def _write(request: PersonRequest, code: str, *, shared: bool) -> HttpResponse:
    meeting = get_object_or_404(Meeting.objects.visible_to(request.person).with_people(), code=code)
    form = forms.Writing(request.POST)
    crossed = {"typed": request.POST.get("text", ""), "typed_shared": shared, "note_form": form}
    if form.is_valid():
        said = form.cleaned_data
        try:
            actions.write(meeting, said["text"], by=request.person, shared=shared, version=said["version"])
        except actions.Crossed as no:
            crossed["crossed"] = no
        else:
            follows = shared and request.headers.get("HX-Request")  # the page saves it as somebody types
            return redirect("notes.show" if follows else "meetings.show", meeting.code)
    return meeting_page.answer(request, meeting, crossed, status=422)
