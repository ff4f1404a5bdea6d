"""The pages of the pulse."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page
from alongside.mentoring.mentorships.models import Mentorship
from alongside.mentoring.mentorships.queries import side_of

from . import actions, forms, queries, shown
from .models import Pulse, PulseAnswer


@person_required
@require_GET
def index(request: PersonRequest, mentorship: str) -> HttpResponse:
    """How it has been going."""
    pair = get_object_or_404(Mentorship.objects.visible_to(request.person).with_people(), code=mentorship)
    return page(request, "mentoring/pulse/index.html", shown.page_of(pair, request.person))


@person_required
@require_http_methods(["GET", "POST"])
def answer(request: PersonRequest, code: str) -> HttpResponse:
    """Six questions, for oneself."""
    pulse = _pulse(request, code)
    side = side_of(pulse.mentorship, request.person)
    data = request.POST if request.method == "POST" else None
    form = forms.Answer(data, side=side, initial=_before(pulse, request))
    if form.is_valid():
        actions.answer(pulse, by=request.person, **form.given())
        messages.success(request, _("Kept. Only you see what you answered."))
        return redirect("pulse.index", pulse.mentorship.code)
    context = {"form": form, "pulse": pulse, "mentorship": pulse.mentorship}
    return page(request, "mentoring/pulse/answer.html", context, status=422 if form.is_bound else 200)


@person_required
@require_POST
def release(request: PersonRequest, code: str) -> HttpResponse:
    """Let the others read one's word."""
    rows = PulseAnswer.objects.visible_to(request.person).select_related("pulse__mentorship")
    given = get_object_or_404(rows, code=code)
    actions.release(given, by=request.person)
    messages.success(request, _("The others can read your word now, and nothing else."))
    return redirect("pulse.index", given.pulse.mentorship.code)


def _pulse(request: PersonRequest, code: str) -> Pulse:
    rows = Pulse.objects.visible_to(request.person).select_related("mentorship")
    return get_object_or_404(rows.prefetch_related("mentorship__participants"), code=code)


def _before(pulse: Pulse, request: PersonRequest) -> dict[str, object]:
    """What was answered already, to be changed."""
    given = queries.answer_of(pulse, request.person)
    if given is None:
        return {}
    return {f"answer_{at}": value for at, value in enumerate(given.values)} | {"word": given.word}
