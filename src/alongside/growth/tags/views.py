"""The page on which a launch or a story is tagged with the skills that it shows."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.growth.evidence.queries import skills_seen
from alongside.growth.frameworks.queries import skills_here, with_chosen
from alongside.growth.skills.models import Skill
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
    form = forms.Shows(data, skills=_offered(request, part.skills), there={"skills": part.skills})
    if form.is_valid():
        actions.change(part, by=request.person, skills=form.cleaned_data["skills"])
        messages.success(request, _("Saved."))
        return redirect("me.show")
    context = {"form": form, "part": part}
    return page(request, "growth/tags/show.html", context, status=422 if form.errors else 200)


def _offered(request: PersonRequest, chosen: list[str]) -> list[Skill]:
    """Those of the framework in use here, and what was chosen before in another."""
    here = skills_here(request.organisation)
    if {skill.word for skill in here}.issuperset(chosen):
        return here
    return with_chosen(here, [skill for skill in skills_seen(request.person) if skill.word in chosen])
