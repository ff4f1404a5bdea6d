"""Say whether one comes: on the meeting's page, or by the link in a letter without signing in."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.clock import now
from alongside.kit.pages import page
from alongside.mentoring.meetings import replying
from alongside.mentoring.meetings.models import Attendance, Meeting
from alongside.mentoring.mentorships.queries import names, others

from . import actions


@person_required
@require_POST
def say(request: PersonRequest, code: str) -> HttpResponse:
    """Answer on the meeting's page."""
    meeting = get_object_or_404(Meeting.objects.visible_to(request.person).with_people(), code=code)
    actions.answer(meeting, request.POST.get("answer", ""), by=request.person)
    messages.success(request, _("Your answer is kept, and the others see it."))
    return redirect("meetings.show", meeting.code)


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    """Answer by the link in a letter: looking at it answers nothing, pressing a button does."""
    found = replying.read(token)
    if found is None:
        raise Http404
    person, rows = found
    meetings = [one for one in rows if one.ends_at > now()]
    said = request.POST.get("answer", "")
    for meeting in meetings if request.method == "POST" else []:
        actions.answer(meeting, said, by=person)
    with timezone.override(person.zone):
        context = {
            "person": person, "meetings": meetings, "choices": Attendance.Answer, "said": said,
            "other_names": names(others(meetings[0].mentorship, person)) if meetings else "",
        }  # fmt: skip
        return page(request, "mentoring/attendance/answer.html", context)
