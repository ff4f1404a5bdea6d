"""The page on which a launch or a story is tagged with the skills that it shows."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.growth.skills.queries import default_skills
from alongside.kit.pages import page
from alongside.people.careers import actions
from alongside.people.careers.kinds import KINDS

from . import forms


@person_required
@require_http_methods(["GET", "POST"])
def show(request: PersonRequest, tagged: str, code: str) -> HttpResponse:
    """Say which skills it shows."""
    rows = KINDS[tagged].rows.visible_to(request.person)
    part = get_object_or_404(rows, code=code, person=request.person)
    data = request.POST if request.method == "POST" else None
    form = forms.Shows(data, skills=default_skills(), initial={"skills": part.skills})
    if form.is_valid():
        actions.change(part, by=request.person, skills=form.cleaned_data["skills"])
        messages.success(request, _("Saved."))
        return redirect("me.show")
    context = {"form": form, "part": part}
    return page(request, "growth/tags/show.html", context, status=422 if form.errors else 200)
