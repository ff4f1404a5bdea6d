"""The pages of what a mentor learns."""

from __future__ import annotations

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
from alongside.mentoring.mentorships.queries import names, others

from . import actions, forms, rules
from .models import Learning

INDEX, STEP = "mentoring/learning/index.html", "mentoring/learning/step.html"


@person_required
@require_GET
def index(request: PersonRequest, mentorship: str) -> HttpResponse:
    """What the mentor learned here, and what became of it."""
    return _index(request, _pair(request, mentorship), forms.Note())


@person_required
@require_POST
def note(request: PersonRequest, mentorship: str) -> HttpResponse:
    """Write down what was learned."""
    pair = _pair(request, mentorship)
    require(rules.can_note_learning(request.person, pair))
    form = forms.Note(request.POST)
    if form.is_valid():
        actions.note(pair, form.cleaned_data["text"], by=request.person)
        messages.success(request, _("Kept. Try it in your own work and tell how it went."))
        return redirect("learning.index", pair.code)
    return _index(request, pair, form)


@person_required
@require_http_methods(["GET", "POST"])
def attempt(request: PersonRequest, code: str) -> HttpResponse:
    """Tell how it was tried."""
    learning = _learning(request, code)
    require(rules.can_try(request.person, learning))
    data = request.POST if request.method == "POST" else None
    form = forms.Attempt(data, initial={"tried": learning.tried})
    if form.is_valid():
        actions.attempt(learning, form.cleaned_data["tried"], by=request.person)
        return redirect("learning.index", learning.mentorship.code)
    context = {"form": form, "learning": learning}
    return page(request, STEP, context, status=422 if form.is_bound else 200)


@person_required
@require_http_methods(["GET", "POST"])
def adopt(request: PersonRequest, code: str) -> HttpResponse:
    """Tell what it changed."""
    learning = _learning(request, code)
    require(rules.can_adopt(request.person, learning))
    data = request.POST if request.method == "POST" else None
    form = forms.Adopt(data, initial={"effect": learning.effect})
    if form.is_valid():
        actions.adopt(learning, form.cleaned_data["effect"], by=request.person)
        messages.success(request, _("Kept. Your mentee hears that you adopted it."))
        return redirect("learning.index", learning.mentorship.code)
    context = {"form": form, "learning": learning, "adopting": True}
    return page(request, STEP, context, status=422 if form.is_bound else 200)


def _index(request: PersonRequest, pair: Mentorship, form: forms.Note) -> HttpResponse:
    rows = Learning.objects.visible_to(request.person).filter(mentorship=pair).for_list()
    context = {"mentorship": pair, "rows": list(rows), "form": form}
    who = {"other_names": names(others(pair, request.person))}
    return page(request, INDEX, context | who, status=422 if form.is_bound else 200)


def _pair(request: PersonRequest, code: str) -> Mentorship:
    return get_object_or_404(Mentorship.objects.visible_to(request.person).with_people(), code=code)


def _learning(request: PersonRequest, code: str) -> Learning:
    return get_object_or_404(Learning.objects.visible_to(request.person).for_list(), code=code)
