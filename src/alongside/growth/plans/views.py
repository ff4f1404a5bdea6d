"""The pages of the development plan."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.errors import Refused
from alongside.kit.pages import page

from . import actions, forms
from .models import Plan
from .queries import lines_seen, shown
from .suggesting import suggestions_for


def _plan(request: PersonRequest, code: str) -> Plan:
    plan: Plan = get_object_or_404(Plan.objects.visible_to(request.person).for_list(), code=code)
    return plan


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """All plans, the newest first."""
    return page(
        request, "growth/plans/index.html", {"plans": Plan.objects.visible_to(request.person).for_list()}
    )


@person_required
@require_http_methods(["GET", "POST"])
def make(request: PersonRequest) -> HttpResponse:
    """Choose at most three skills, by gap and importance."""
    here = request.organisation
    found = suggestions_for(request.person, here)
    form = forms.Make(request.POST if request.method == "POST" else None, suggestions=found)
    if form.is_valid():
        try:
            plan = actions.make(form.chosen(), by=request.person, ahead=form.cleaned_data["ahead"])
            return redirect("plans.show", plan.code)
        except Refused as no:
            form.add_error(None, str(no.sentence))
    context = {"form": form, "found": found}
    return page(request, "growth/plans/make.html", context, status=422 if form.is_bound else 200)


@person_required
@require_GET
def show(request: PersonRequest, code: str) -> HttpResponse:
    """One plan."""
    plan = _plan(request, code)
    return page(request, "growth/plans/show.html", {"plan": plan, "skills": shown(plan)})


@person_required
@require_GET
def print_out(request: PersonRequest, code: str) -> HttpResponse:
    """A plan on paper."""
    plan = _plan(request, code)
    context = {"plan": plan, "skills": shown(plan), "person": request.person}
    return page(request, "growth/plans/paper.html", context)


@person_required
@require_http_methods(["GET", "POST"])
def work(request: PersonRequest, line: str) -> HttpResponse:
    """How one skill is worked on."""
    one = get_object_or_404(lines_seen(request.person), code=line)
    form = forms.Work(request.POST if request.method == "POST" else None, line=one)
    if form.is_valid():
        actions.change(one, form.cleaned_data, by=request.person)
        return redirect("plans.show", one.plan.code)
    context = {"form": form, "line": one}
    return page(request, "growth/plans/work.html", context, status=422 if form.is_bound else 200)


@person_required
@require_POST
def done(request: PersonRequest, line: str) -> HttpResponse:
    """It is done, or not after all."""
    one = get_object_or_404(lines_seen(request.person), code=line)
    actions.finish(one, one.done_at is None, by=request.person)
    return redirect("plans.show", one.plan.code)


@person_required
@require_POST
def remove(request: PersonRequest, code: str) -> HttpResponse:
    """Remove a plan."""
    actions.remove(_plan(request, code), by=request.person)
    messages.success(request, _("The plan is removed. Your evidence and your levels stay."))
    return redirect("plans.index")
