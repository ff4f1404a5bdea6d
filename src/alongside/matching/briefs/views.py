"""Briefs: the list, one question a screen, and the summary."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.growth.plans.models import Plan
from alongside.kit.pages import page

from . import actions, queries, steps
from .models import Brief


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """All briefs of the person."""
    briefs = Brief.objects.visible_to(request.person).for_list()
    return page(request, "matching/briefs/index.html", {"briefs": briefs})


@person_required
@require_POST
def begin(request: PersonRequest) -> HttpResponse:
    """Begin, or go on with the one that is half-way."""
    brief = actions.begin(by=request.person)
    return redirect("briefs.step", brief.code, steps.KEYS[min(brief.step, len(steps.KEYS) - 1)])


@person_required
@require_POST
def from_plan(request: PersonRequest, code: str) -> HttpResponse:
    """Begin with the skills of a development plan."""
    plan = get_object_or_404(Plan.objects.visible_to(request.person), code=code)
    brief = actions.begin_from(plan, by=request.person)
    return redirect("briefs.step", brief.code, steps.KEYS[min(brief.step, len(steps.KEYS) - 1)])


@person_required
@require_http_methods(["GET", "POST"])
def step(request: PersonRequest, code: str, key: str) -> HttpResponse:
    """Show one question and keep its answer."""
    brief = get_object_or_404(Brief.objects.visible_to(request.person), code=code)
    asked = steps.step_of(key)
    if asked is None:
        raise Http404
    more: dict[str, Any] = {}  # Any: what one of the forms asks for besides
    if key == "skills":
        more["skills"] = queries.offered(brief, request.organisation)
    form = asked.form(request.POST if request.method == "POST" else None, **more)
    form.initial = queries.initial_of(brief, key, list(form.fields))
    if request.method == "POST" and form.is_valid():
        actions.answer(brief, key, form.cleaned_data, by=request.person)
        return redirect(_next(brief, key))
    shown = {"brief": brief, "step": asked, "form": form, "number": steps.KEYS.index(key) + 1}
    shown |= {"total": len(steps.KEYS), "before": steps.before(key), "after": steps.after(key)}
    status = 422 if request.method == "POST" else 200
    return page(request, "matching/briefs/step.html", shown, status=status)


def _next(brief: Brief, key: str) -> str:
    following = steps.after(key)
    if following is None or brief.finished_at:
        return reverse("briefs.show", args=[brief.code])
    return reverse("briefs.step", args=[brief.code, following])


@person_required
@require_GET
def show(request: PersonRequest, code: str) -> HttpResponse:
    """The whole brief, each answer with a way to change it."""
    brief = get_object_or_404(Brief.objects.visible_to(request.person).for_show(), code=code)
    context = {"brief": brief, "steps": steps.STEPS, "counting": queries.counting(brief)}
    return page(request, "matching/briefs/show.html", context)


@person_required
@require_POST
def finish(request: PersonRequest, code: str) -> HttpResponse:
    """Say that it is complete, and go to the mentors."""
    brief = get_object_or_404(Brief.objects.visible_to(request.person), code=code)
    actions.finish(brief, by=request.person)
    return redirect(f"{reverse('search.index')}?brief={brief.code}")


@person_required
@require_POST
def close(request: PersonRequest, code: str) -> HttpResponse:
    """Put it away."""
    brief = get_object_or_404(Brief.objects.visible_to(request.person), code=code)
    actions.close(brief, by=request.person)
    return redirect("briefs.index")


@person_required
@require_POST
def copy(request: PersonRequest, code: str) -> HttpResponse:
    """Begin a new one from this one."""
    brief = get_object_or_404(Brief.objects.visible_to(request.person), code=code)
    new = actions.copy(brief, by=request.person)
    return redirect("briefs.step", new.code, steps.KEYS[0])
