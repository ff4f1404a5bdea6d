"""The pages of rehearsals."""

from __future__ import annotations

from typing import Any

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page
from alongside.kit.rules import require
from alongside.mentoring.mentorships.models import Mentorship
from alongside.practice.desk.queries import pairs_of

from . import actions, forms, rules, shown
from .models import Objection, Rehearsal
from .panel import PANEL

FORM = "practice/rehearsals/form.html"


def _rehearsal(request: PersonRequest, code: str) -> Rehearsal:
    return get_object_or_404(Rehearsal.objects.visible_to(request.person).for_list(), code=code)


def _form(
    request: PersonRequest, form: django_forms.Form, **more: Any
) -> HttpResponse:  # Any: what the page shows
    return page(request, FORM, {"form": form, **more}, status=422 if form.is_bound else 200)


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """One's own, and those to which one listens."""
    rows = list(Rehearsal.objects.visible_to(request.person).for_list())
    own = [one for one in rows if one.owner_id == request.person.pk]
    heard = [one for one in rows if one.owner_id != request.person.pk]
    return page(request, "practice/rehearsals/index.html", {"own": own, "heard": heard, "panel": PANEL})


@person_required
@require_http_methods(["GET", "POST"])
def plan(request: PersonRequest) -> HttpResponse:
    """Plan one."""
    data = request.POST if request.method == "POST" else None
    form = forms.Begin(data, pairs=pairs_of(request.person))
    if form.is_valid():
        told = form.cleaned_data
        code = told.pop("mentorship")
        seen = Mentorship.objects.visible_to(request.person).with_people()
        pair = get_object_or_404(seen, code=code) if code else None
        rehearsal = actions.plan(told, by=request.person, mentorship=pair)
        return redirect("rehearsals.show", rehearsal.code)
    return _form(request, form, title=_("Plan a rehearsal"), button=_("Plan it"))


@person_required
@require_GET
def show(request: PersonRequest, code: str) -> HttpResponse:
    """One rehearsal."""
    return page(
        request, "practice/rehearsals/show.html", shown.page_of(_rehearsal(request, code), request.person)
    )


@person_required
@require_http_methods(["GET", "POST"])
def change(request: PersonRequest, code: str) -> HttpResponse:
    """Change the plan."""
    rehearsal = _rehearsal(request, code)
    require(rules.can_present(request.person, rehearsal))
    typed = {name: getattr(rehearsal, name) for name in forms.Plan.base_fields}
    form = forms.Plan(request.POST if request.method == "POST" else None, there=typed)
    if form.is_valid():
        actions.change(rehearsal, form.cleaned_data, by=request.person)
        return redirect("rehearsals.show", code)
    return _form(request, form, rehearsal=rehearsal, title=_("Change the plan"), button=_("Keep it"))


@person_required
@require_POST
def begin(request: PersonRequest, code: str) -> HttpResponse:
    """Begin a take."""
    actions.begin(_rehearsal(request, code), by=request.person)
    return redirect("rehearsals.show", code)


@person_required
@require_POST
def stop(request: PersonRequest, code: str) -> HttpResponse:
    """Stop the take."""
    actions.stop(_rehearsal(request, code), by=request.person)
    return redirect("rehearsals.show", code)


@person_required
@require_http_methods(["GET", "POST"])
def score(request: PersonRequest, code: str) -> HttpResponse:
    """Score the newest take."""
    rehearsal = _rehearsal(request, code)
    given = shown.given_by(request.person, rehearsal)
    form = forms.Judge(request.POST if request.method == "POST" else None, there=given)
    if form.is_valid():
        actions.score(rehearsal, form.numbers(), form.cleaned_data["note"], by=request.person)
        return redirect("rehearsals.show", code)
    return _form(
        request, form, rehearsal=rehearsal, title=_("Score the last take"), button=_("Keep my scores")
    )


@person_required
@require_http_methods(["GET", "POST"])
def object_to(request: PersonRequest, code: str) -> HttpResponse:
    """Put an objection into the bank."""
    rehearsal = _rehearsal(request, code)
    form = forms.Objecting(request.POST if request.method == "POST" else None)
    if form.is_valid():
        actions.object_to(rehearsal, by=request.person, **form.cleaned_data)
        return redirect("rehearsals.show", code)
    return _form(
        request, form, rehearsal=rehearsal, title=_("An objection"), button=_("Put it in"), panel=PANEL
    )


@person_required
@require_http_methods(["GET", "POST"])
def answer(request: PersonRequest, code: str) -> HttpResponse:
    """Answer an objection."""
    related = "rehearsal__owner", "rehearsal__mentorship"
    rows = Objection.objects.visible_to(request.person).select_related(*related)
    objection = get_object_or_404(rows, code=code)
    form = forms.Answer(request.POST if request.method == "POST" else None, there={"text": objection.answer})
    if form.is_valid():
        actions.answer(objection, form.cleaned_data["text"], by=request.person)
        return redirect("rehearsals.show", objection.rehearsal.code)
    title, button = _("Answer an objection"), _("Keep the answer")
    return _form(
        request, form, rehearsal=objection.rehearsal, title=title, button=button, quoted=objection.text
    )


@person_required
@require_http_methods(["GET", "POST"])
def feel(request: PersonRequest, code: str) -> HttpResponse:
    """Confidence after rehearsing."""
    rehearsal = _rehearsal(request, code)
    form = forms.Feel(request.POST if request.method == "POST" else None)
    if form.is_valid():
        actions.feel(rehearsal, form.cleaned_data["after"], by=request.person)
        return redirect("rehearsals.show", code)
    return _form(
        request, form, rehearsal=rehearsal, title=_("How confident are you now?"), button=_("Keep it")
    )


@person_required
@require_http_methods(["GET", "POST"])
def decide(request: PersonRequest, code: str) -> HttpResponse:
    """What they decided."""
    rehearsal = _rehearsal(request, code)
    typed = {name: getattr(rehearsal, name) for name in forms.Decide.base_fields}
    form = forms.Decide(request.POST if request.method == "POST" else None, there=typed)
    if form.is_valid():
        actions.decide(rehearsal, by=request.person, **form.cleaned_data)
        messages.success(request, _("Kept. In a few months, come back and say what came of it."))
        return redirect("rehearsals.show", code)
    return _form(request, form, rehearsal=rehearsal, title=_("What did they decide?"), button=_("Keep it"))


@person_required
@require_http_methods(["GET", "POST"])
def tell_result(request: PersonRequest, code: str) -> HttpResponse:
    """What came of it, months later."""
    rehearsal = _rehearsal(request, code)
    require(rules.can_present(request.person, rehearsal))
    typed = {name: getattr(rehearsal, name) for name in forms.Result.base_fields}
    form = forms.Result(request.POST if request.method == "POST" else None, there=typed)
    if form.is_valid():
        actions.tell_result(rehearsal, form.cleaned_data, by=request.person)
        return redirect("rehearsals.show", code)
    return _form(
        request, form, rehearsal=rehearsal, title=_("What came of it?"), button=_("Keep it as a win")
    )


@person_required
@require_POST
def take_back(request: PersonRequest, code: str) -> HttpResponse:
    """Take it back: nobody else sees it any more."""
    actions.take_back(_rehearsal(request, code), by=request.person)
    messages.success(request, _("Only you see it now."))
    return redirect("rehearsals.show", code)


@person_required
@require_POST
def remove(request: PersonRequest, code: str) -> HttpResponse:
    """Remove it."""
    actions.remove(_rehearsal(request, code), by=request.person)
    messages.success(request, _("The rehearsal is removed."))
    return redirect("rehearsals.index")
