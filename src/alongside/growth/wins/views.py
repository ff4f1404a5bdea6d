"""The pages of wins."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms as django_forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.clock import now
from alongside.kit.pages import page

from . import actions, forms, sources
from .models import Win

MONTH = 30.44
"""Days."""


def _win(request: PersonRequest, code: str) -> Win:
    return get_object_or_404(Win.objects.visible_to(request.person).for_list(), code=code)


def _form(
    request: PersonRequest, form: django_forms.Form, **more: Any
) -> HttpResponse:  # Any: what the page shows
    status = 422 if form.is_bound else 200
    return page(request, "growth/wins/form.html", {"form": form, **more}, status=status)


def _begun(request: PersonRequest) -> tuple[actions.From, dict[str, Any]]:  # Any: a form's first values
    """What the address names, and what is known of it."""
    one = sources.found_as(request.person, request.GET.get("of", ""))
    return ((one.source, one.code), {"title": one.title, **one.told}) if one else (actions.OWN, {})


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """One's wins, what is waited for, and what may become one."""
    wins = list(Win.objects.visible_to(request.person).for_list())
    context = {
        "waiting": [one for one in wins if one.told_at is None],
        "wins": [one for one in wins if one.told_at and one.outcome != Win.Outcome.NO],
        "not_won": [one for one in wins if one.outcome == Win.Outcome.NO],
        "found": sources.found(request.person),
    }
    return page(request, "growth/wins/index.html", context)


@person_required
@require_http_methods(["GET", "POST"])
def keep(request: PersonRequest) -> HttpResponse:
    """Keep a win."""
    of, known = _begun(request)
    form = forms.Tell(request.POST if request.method == "POST" else None, initial=known)
    if form.is_valid():
        win = actions.keep(form.cleaned_data, by=request.person, of=of)
        return redirect("wins.show", win.code)
    return _form(request, form, title=_("Keep a win"), button=_("Keep it"))


@person_required
@require_http_methods(["GET", "POST"])
def wait(request: PersonRequest) -> HttpResponse:
    """Be asked later."""
    of, known = _begun(request)
    form = forms.Wait(request.POST if request.method == "POST" else None, initial=known)
    if form.is_valid():
        day = (now() + dt.timedelta(days=round(int(form.cleaned_data["months"]) * MONTH))).date()
        actions.wait(form.cleaned_data["title"], day, by=request.person, of=of)
        messages.success(request, _("Kept. We ask you then."))
        return redirect("wins.index")
    return _form(request, form, title=_("Ask me later what came of it"), button=_("Ask me then"))


@person_required
@require_GET
def show(request: PersonRequest, code: str) -> HttpResponse:
    """One win."""
    win = _win(request, code)
    return page(request, "growth/wins/show.html", {"win": win, "origin": sources.origin_of(win)})


@person_required
@require_http_methods(["GET", "POST"])
def tell(request: PersonRequest, code: str) -> HttpResponse:
    """Tell what came of it, or tell it better."""
    win = _win(request, code)
    typed = {name: getattr(win, name) for name in forms.Tell.base_fields if getattr(win, name)}
    form = forms.Tell(request.POST if request.method == "POST" else None, there=typed)
    if form.is_valid():
        actions.tell(win, form.cleaned_data, by=request.person)
        return redirect("wins.show", code)
    return _form(request, form, title=_("What came of it?"), button=_("Keep it"), win=win)


@person_required
@require_POST
def case(request: PersonRequest, code: str) -> HttpResponse:
    """Begin a case of the portfolio with it."""
    made = actions.make_a_case(_win(request, code), by=request.person)
    messages.success(
        request, _("A case is begun with it. Tell the problem and the decision, then choose to show it.")
    )
    return redirect("portfolio.change", made.code)


@person_required
@require_POST
def remove(request: PersonRequest, code: str) -> HttpResponse:
    """Remove it."""
    actions.remove(_win(request, code), by=request.person)
    messages.success(request, _("The win is removed."))
    return redirect("wins.index")
