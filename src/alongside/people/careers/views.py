"""The pages on which a person tells their career, part by part."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.kit.pages import page
from alongside.kit.rules import require

from . import actions, forms, rules
from .kinds import KINDS

CHANGE = "people/careers/change.html"


@person_required
@require_http_methods(["GET", "POST"])
def add(request: PersonRequest, kind: str) -> HttpResponse:
    """Add a part."""
    chosen = KINDS[kind]
    form = _form(request, kind, None)
    if request.method == "POST" and form.is_valid():
        actions.add(chosen.model, request.person, by=request.person, **form.cleaned_data)
        messages.success(request, _("Added to your career."))
        return redirect("me.show")
    context = {"form": form, "heading": chosen.add, "lead": chosen.lead, "kind": kind}
    return page(request, CHANGE, context, status=422 if form.errors else 200)


@person_required
@require_http_methods(["GET", "POST"])
def change(request: PersonRequest, kind: str, code: str) -> HttpResponse:
    """Change a part."""
    chosen = KINDS[kind]
    part = get_object_or_404(chosen.rows.visible_to(request.person), code=code)
    require(rules.can_change(request.person, part))
    form = _form(request, kind, part)
    if request.method == "POST" and form.is_valid():
        actions.change(part, by=request.person, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("me.show")
    context = {"form": form, "heading": chosen.change, "lead": chosen.lead, "kind": kind, "part": part}
    return page(request, CHANGE, context, status=422 if form.errors else 200)


@person_required
@require_POST
def remove(request: PersonRequest, kind: str, code: str) -> HttpResponse:
    """Take a part out of the career."""
    part = get_object_or_404(KINDS[kind].rows.visible_to(request.person), code=code)
    actions.remove(part, by=request.person)
    messages.success(request, _("Removed from your career."))
    return redirect("me.show")


def _form(request: PersonRequest, kind: str, part: Any) -> Any:  # Any: one of four models and forms
    owner = {"owner": request.person} if kind == "launches" else {}
    return forms.FORMS[kind](request.POST if request.method == "POST" else None, part=part, **owner)
