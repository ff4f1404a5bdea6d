"""The pages of a career decision."""

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
from alongside.growth.frameworks.queries import skills_here
from alongside.kit.errors import Refused
from alongside.kit.pages import page

from . import actions, forms, queries
from .models import CareerDecision
from .presets import PRESETS, preset_of


def _decision(request: PersonRequest, code: str) -> CareerDecision:
    return get_object_or_404(CareerDecision.objects.visible_to(request.person).for_list(), code=code)


def _form(
    request: PersonRequest, form: django_forms.Form, **more: Any
) -> HttpResponse:  # Any: what the page shows
    status = 422 if form.is_bound else 200
    return page(request, "growth/decisions/form.html", {"form": form, **more}, status=status)


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """One's decisions, and the questions that many ask."""
    decisions = CareerDecision.objects.visible_to(request.person).for_list()
    context = {"decisions": decisions, "presets": PRESETS.values()}
    return page(request, "growth/decisions/index.html", context)


@person_required
@require_http_methods(["GET", "POST"])
def ask(request: PersonRequest) -> HttpResponse:
    """Ask a question, perhaps one that many ask."""
    preset = preset_of(request.GET.get("about", ""))
    typed = {"question": preset.name} if preset else {}
    typed |= dict(zip(("one", "two"), preset.options, strict=False)) if preset else {}
    form = forms.Ask(request.POST if request.method == "POST" else None, initial=typed)
    if form.is_valid():
        try:
            made = actions.ask(form.cleaned_data["question"], form.options, by=request.person,
                               preset=preset.key if preset else "")  # fmt: skip
            return redirect("decisions.show", made.code)
        except Refused as no:
            form.add_error(None, str(no.sentence))
    return _form(request, form, title=_("A career decision"), button=_("Keep the question"), preset=preset)


@person_required
@require_http_methods(["GET", "POST"])
def change(request: PersonRequest, code: str) -> HttpResponse:
    """Put the question better."""
    decision = _decision(request, code)
    typed = dict(zip(("one", "two", "three", "four"), decision.choices, strict=False))
    form = forms.Ask(
        request.POST if request.method == "POST" else None, there={"question": decision.question, **typed}
    )
    if form.is_valid():
        try:
            actions.change(decision, form.cleaned_data["question"], form.options, by=request.person)
            return redirect("decisions.show", code)
        except Refused as no:
            form.add_error(None, str(no.sentence))
    return _form(request, form, title=_("Change the question"), button=_("Keep it"), decision=decision)


@person_required
@require_GET
def show(request: PersonRequest, code: str) -> HttpResponse:
    """One decision: the sheet and its result, what was decided, and what came of it."""
    return page(request, "growth/decisions/show.html", queries.shown(_decision(request, code)))


@person_required
@require_POST
def weigh(request: PersonRequest, code: str) -> HttpResponse:
    """Open its sheet."""
    return redirect("worksheets.show", actions.weigh(_decision(request, code), by=request.person))


@person_required
@require_http_methods(["GET", "POST"])
def decide(request: PersonRequest, code: str) -> HttpResponse:
    """Say what one does, and why."""
    decision = _decision(request, code)
    typed = {name: getattr(decision, name) for name in forms.Decide.base_fields}
    form = forms.Decide(
        request.POST if request.method == "POST" else None, options=decision.choices, there=typed
    )
    if form.is_valid():
        actions.decide(decision, form.cleaned_data["chosen"], form.cleaned_data, by=request.person)
        messages.success(request, _("Kept. In half a year you are asked what came of it."))
        return redirect("decisions.show", code)
    return _form(request, form, title=_("Decide"), button=_("Decide"), decision=decision)


@person_required
@require_http_methods(["GET", "POST"])
def review(request: PersonRequest, code: str) -> HttpResponse:
    """Say what came of it."""
    decision = _decision(request, code)
    typed = {"came": decision.came, "again": decision.again}
    form = forms.Review(request.POST if request.method == "POST" else None, there=typed)
    if form.is_valid():
        actions.review(decision, by=request.person, **form.cleaned_data)
        return redirect("decisions.show", code)
    title = _("What came of your decision?")
    return _form(request, form, title=title, button=_("Keep it"), decision=decision, looking_back=True)


@person_required
@require_POST
def remove(request: PersonRequest, code: str) -> HttpResponse:
    """Remove it."""
    actions.remove(_decision(request, code), by=request.person)
    messages.success(request, _("The decision is removed. Its sheet is still among your worksheets."))
    return redirect("decisions.index")


@person_required
@require_GET
def roles(request: PersonRequest) -> HttpResponse:
    """What two roles expect, side by side."""
    here = request.organisation
    known = skills_here(here)[0].framework.roles
    usual = queries.two_of(known)
    form = forms.Roles({name: request.GET.get(name, role) for name, role in usual.items()}, roles=known)
    told = usual | (form.cleaned_data if form.is_valid() else {})
    areas = queries.side_by_side(request.person, told["now"], told["next"], here)
    context = {"form": form, "areas": areas, "now": told["now"], "next": told["next"]}
    return page(request, "growth/decisions/roles.html", context)
