"""The pages of mock interviews."""

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
from alongside.practice.desk.queries import pairs_of

from . import actions, forms, shown
from .bank import AREAS, RUBRIC, in_areas
from .models import Interview, Reply
from .turns import known


def _interview(request: PersonRequest, code: str) -> Interview:
    return get_object_or_404(Interview.objects.visible_to(request.person).for_list(), code=code)


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """One's own, and those to be read."""
    rows = list(Interview.objects.visible_to(request.person).for_list())
    own = [one for one in rows if one.owner_id == request.person.pk]
    read = [one for one in rows if one.owner_id != request.person.pk]
    return page(request, "practice/interviews/index.html", {"own": own, "read": read})


@person_required
@require_GET
def bank(request: PersonRequest) -> HttpResponse:
    """Every question of an area, with what is listened for."""
    area = request.GET.get("area", "")
    chosen = area if area in AREAS else next(iter(AREAS))
    context = {
        "areas": list(AREAS.items()),
        "area": chosen,
        "questions": in_areas([chosen]),
        "rubric": RUBRIC,
    }
    return page(request, "practice/interviews/bank.html", context)


@person_required
@require_http_methods(["GET", "POST"])
def start(request: PersonRequest) -> HttpResponse:
    """Start one."""
    data = request.POST if request.method == "POST" else None
    form = forms.Start(data, pairs=pairs_of(request.person))
    if form.is_valid():
        told = form.cleaned_data
        seen = Mentorship.objects.visible_to(request.person).with_people()
        pair = get_object_or_404(seen, code=told["mentorship"]) if told["mentorship"] else None
        interview = actions.start(
            told["mode"], told["areas"], told["count"], by=request.person, mentorship=pair
        )
        return redirect("interviews.show", interview.code)
    return page(
        request, "practice/interviews/start.html", {"form": form}, status=422 if form.is_bound else 200
    )


@person_required
@require_http_methods(["GET", "POST"])
def show(request: PersonRequest, code: str) -> HttpResponse:
    """The question that waits, or everything that was said."""
    interview = _interview(request, code)
    context = shown.page_of(interview, request.person)
    waits = {"place": context["place"], "challenge": context["challenge"]}
    form = forms.Reply(request.POST if request.method == "POST" else None, there=waits)
    if form.is_valid():
        actions.reply(interview, form.cleaned_data["text"], by=request.person)
        return redirect("interviews.show", code)
    context["form"] = form
    return page(request, "practice/interviews/show.html", context, status=422 if form.is_bound else 200)


@person_required
@require_http_methods(["GET", "POST"])
def rate(request: PersonRequest, code: str) -> HttpResponse:
    """Rate one reply."""
    related = "interview__owner", "interview__mentorship"
    rows = Reply.objects.visible_to(request.person).select_related(*related)
    reply = get_object_or_404(rows, code=code)
    given = shown.given_by(request.person, reply)
    form = forms.Rate(request.POST if request.method == "POST" else None, there=given)
    if form.is_valid():
        actions.rate(reply, form.numbers(), form.cleaned_data["note"], by=request.person)
        return redirect("interviews.show", reply.interview.code)
    context = {"form": form, "reply": reply, "question": known(reply.interview.questions[reply.place])}
    return page(request, "practice/interviews/rate.html", context, status=422 if form.is_bound else 200)


@person_required
@require_POST
def take_back(request: PersonRequest, code: str) -> HttpResponse:
    """Take it back: nobody else sees it any more."""
    actions.take_back(_interview(request, code), by=request.person)
    messages.success(request, _("Only you see it now."))
    return redirect("interviews.show", code)


@person_required
@require_POST
def remove(request: PersonRequest, code: str) -> HttpResponse:
    """Remove it."""
    actions.remove(_interview(request, code), by=request.person)
    messages.success(request, _("The interview is removed."))
    return redirect("interviews.index")
