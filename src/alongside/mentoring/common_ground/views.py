"""The pages before the first meeting."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.errors import Refused
from alongside.kit.pages import page
from alongside.mentoring.mentorships.models import Mentorship

from . import actions, forms, guide, queries, shown


@person_required
@require_GET
def show(request: PersonRequest, mentorship: str) -> HttpResponse:
    """The guide, what was written, and what all have in common."""
    context = shown.page_of(_pair(request, mentorship), request.person)
    return page(request, "mentoring/common_ground/show.html", context)


@person_required
@require_http_methods(["GET", "POST"])
def write(request: PersonRequest, mentorship: str) -> HttpResponse:
    """Write, for oneself."""
    pair = _pair(request, mentorship)
    own = queries.of_mentorship(pair).of(request.person)
    data = request.POST if request.method == "POST" else None
    form = forms.Write(data, initial=own.words if own else {})
    if form.is_valid():
        try:
            actions.write(pair, by=request.person, texts=form.cleaned_data)
        except Refused as no:
            form.add_error(None, str(no.sentence))
        else:
            return redirect("common_ground.show", pair.code)
    context = {"form": form, "mentorship": pair}
    return page(request, "mentoring/common_ground/write.html", context, status=422 if form.is_bound else 200)


@person_required
@require_POST
def prepare(request: PersonRequest, mentorship: str) -> HttpResponse:
    """Put the guide on the agenda of the next meeting."""
    meeting = queries.next_meeting(_pair(request, mentorship))
    if meeting is None:
        raise Http404
    guide.put_on_agenda(meeting, by=request.person)
    messages.success(request, _("The guide stands on the agenda."))
    return redirect("meetings.show", meeting.code)


def _pair(request: PersonRequest, code: str) -> Mentorship:
    return get_object_or_404(Mentorship.objects.visible_to(request.person).with_people(), code=code)
