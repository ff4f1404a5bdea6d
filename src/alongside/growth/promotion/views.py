"""The page of a promotion case, and the sheet of paper that one takes along."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.growth.frameworks.queries import role_of, skills_here
from alongside.kit.clock import today_in
from alongside.kit.pages import page

from . import forms, queries

USUAL = "Senior PM"


def _case(request: PersonRequest) -> dict[str, Any]:  # Any: what the page shows
    """The case for the role in the address, or for the one that the person looks to."""
    here = request.organisation
    framework = skills_here(here)[0].framework
    roles = framework.roles or [""]
    usual = role_of(request.person, framework) or (USUAL if USUAL in roles else roles[-1])
    form = forms.Role({"role": request.GET.get("role") or usual}, roles=framework.roles)
    role = form.cleaned_data["role"] if form.is_valid() else usual
    case = queries.case_for(request.person, role, here)
    return {"form": form, "case": case, "is_old": case.is_old(today_in(request.person.zone))}


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """What carries the case, and the gaps."""
    return page(request, "growth/promotion/index.html", _case(request))


@person_required
@require_GET
def print_out(request: PersonRequest) -> HttpResponse:
    """The case on paper."""
    return page(request, "growth/promotion/paper.html", _case(request) | {"person": request.person})
