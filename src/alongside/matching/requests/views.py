"""Requests: the list, one of them, and the answers."""

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

from . import actions, forms, queries, shown
from .models import Request


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """What the person asked, and what they were asked."""
    return page(request, "matching/requests/index.html", shown.lists(request.person))


@person_required
@require_GET
def show(request: PersonRequest, code: str) -> HttpResponse:
    """One request, as this side may see it."""
    asked = get_object_or_404(Request.objects.visible_to(request.person).for_list(), code=code)
    return page(request, "matching/requests/show.html", shown.one(asked, request.person))


@person_required
@require_http_methods(["GET", "POST"])
def send(request: PersonRequest, code: str) -> HttpResponse:
    """Ask the mentor with this code."""
    found = queries.askable(request.person, code)
    if found is None:
        raise Http404
    profile, briefs = found
    context = shown.asking(profile.person, briefs, request.GET.get("brief", ""))
    form = forms.Ask(request.POST or None, formats=context["formats"], initial=context["initial"])
    if request.method == "POST" and form.is_valid():
        try:
            sent = actions.send(
                profile.person, by=request.person, brief=context["brief"], **form.cleaned_data
            )
        except Refused as no:
            form.add_error(None, str(no.sentence))
        else:
            return redirect("requests.show", sent.code)
    status = 422 if request.method == "POST" else 200
    return page(request, "matching/requests/send.html", context | {"form": form}, status=status)


@person_required
@require_POST
def accept(request: PersonRequest, code: str) -> HttpResponse:
    """Accept, and go to the mentorship: a new one, or the circle that was chosen."""
    asked = get_object_or_404(Request.objects.visible_to(request.person), code=code)
    into = request.POST.get("into", "")
    circle = get_object_or_404(Mentorship.objects.visible_to(request.person), code=into) if into else None
    mentorship = actions.accept(asked, by=request.person, into=circle)
    return redirect("mentorships.show", mentorship.code)


@person_required
@require_http_methods(["GET", "POST"])
def decline(request: PersonRequest, code: str) -> HttpResponse:
    """Decline, with a reason that only the mentor reads."""
    asked = get_object_or_404(
        Request.objects.visible_to(request.person).received_by(request.person).for_list(), code=code
    )
    form = forms.Decline(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.decline(asked, form.cleaned_data["reason"], by=request.person)
        messages.success(request, _("Declined. They read: not a fit now."))
        return redirect("requests.index")
    status = 422 if request.method == "POST" else 200
    context = shown.one(asked, request.person) | {"form": form}
    return page(request, "matching/requests/decline.html", context, status=status)


@person_required
@require_http_methods(["GET", "POST"])
def chemistry(request: PersonRequest, code: str) -> HttpResponse:
    """Propose times for a call of twenty minutes."""
    asked = get_object_or_404(
        Request.objects.visible_to(request.person).received_by(request.person).for_list(), code=code
    )
    form = forms.Times(request.POST or None, zone=request.person.zone)
    if request.method == "POST" and form.is_valid():
        try:
            actions.propose_chemistry(asked, form.times(), by=request.person)
        except Refused as no:
            form.add_error(None, str(no.sentence))
        else:
            return redirect("requests.show", asked.code)
    status = 422 if request.method == "POST" else 200
    context = shown.one(asked, request.person) | {"form": form}
    return page(request, "matching/requests/chemistry.html", context, status=status)


@person_required
@require_POST
def pick(request: PersonRequest, code: str) -> HttpResponse:
    """Pick one of the proposed times."""
    asked = get_object_or_404(Request.objects.visible_to(request.person).for_list(), code=code)
    form = forms.Pick(request.POST)
    if not form.is_valid():
        context = shown.one(asked, request.person) | {"form": form}
        return page(request, "matching/requests/show.html", context, status=422)
    actions.pick_chemistry(asked, form.cleaned_data["at"], by=request.person)
    return redirect("requests.show", asked.code)


@person_required
@require_POST
def withdraw(request: PersonRequest, code: str) -> HttpResponse:
    """Take one's request back."""
    asked = get_object_or_404(Request.objects.visible_to(request.person), code=code)
    actions.withdraw(asked, by=request.person)
    messages.success(request, _("Withdrawn."))
    return redirect("requests.index")
