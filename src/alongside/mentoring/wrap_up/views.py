"""The page on which a meeting is wrapped up."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page
from alongside.mentoring.meetings.models import Meeting
from alongside.mentoring.mentorships.models import Participant
from alongside.mentoring.mentorships.queries import names, others, side_of

from . import actions, forms, queries


@person_required
@require_http_methods(["GET", "POST"])
def show(request: PersonRequest, code: str) -> HttpResponse:
    """Five minutes: what comes of the advice, who does what, what the mentor learned."""
    meeting = get_object_or_404(Meeting.objects.visible_to(request.person).with_people(), code=code)
    sheet = _sheet(request, meeting)
    if sheet.is_valid():
        actions.wrap_up(meeting, by=request.person, **sheet.said())
        messages.success(request, _("Wrapped up. What is open comes back at your next meeting."))
        return redirect("mentorships.show", meeting.mentorship.code)
    who = names(others(meeting.mentorship, request.person))
    context = {"meeting": meeting, "sheet": sheet, "other_names": who}
    return page(request, "mentoring/wrap_up/show.html", context, status=422 if sheet.is_bound else 200)


def _sheet(request: PersonRequest, meeting: Meeting) -> forms.Sheet:
    pair, by = meeting.mentorship, request.person
    return forms.Sheet(
        request.POST if request.method == "POST" else None,
        queries.to_go_through(meeting),
        by=by,
        people=[one.person for one in pair.participants.all()],
        decides=side_of(pair, by) == Participant.Side.MENTEE,
    )
