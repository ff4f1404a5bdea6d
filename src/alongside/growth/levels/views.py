"""The pages of levels: six skills at a time, and where one stood then and stands now."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.growth.frameworks.queries import framework_here
from alongside.growth.skills import actions as skills
from alongside.growth.skills.forms import Levels
from alongside.growth.skills.models import Framework
from alongside.kit.pages import page

from . import forms
from .queries import history_of, sittings_of


def _framework(request: PersonRequest) -> Framework | None:
    return framework_here(request.organisation)


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """Then and now."""
    form = forms.Then(request.GET if "then" in request.GET else None)
    day = form.cleaned_data["then"] if form.is_valid() else None
    told = history_of(request.person, day, _framework(request))
    if not form.is_bound:
        form = forms.Then(initial={"then": told.day})
    return page(
        request,
        "growth/levels/index.html",
        {"told": told, "form": form},
        status=422 if form.errors else 200,
    )


@person_required
@require_GET
def begin(request: PersonRequest) -> HttpResponse:
    """Go on where something is not said yet."""
    every = sittings_of(request.person, _framework(request))
    unsaid = (one for one in every if one.rated < len(one.skills))
    return redirect("levels.assess", next(unsaid, every[0]).key)


@person_required
@require_http_methods(["GET", "POST"])
def assess(request: PersonRequest, number: int) -> HttpResponse:
    """Six skills; kept, the next six follow, today or another day."""
    every = sittings_of(request.person, _framework(request))
    if not 1 <= number <= len(every):
        raise Http404
    here = every[number - 1]
    form = Levels(request.POST if request.method == "POST" else None, area=here)
    if form.is_valid():
        for skill, level in form.levels():
            skills.rate(skill, level, by=request.person)
        onward = number < len(every) and "stay" not in request.POST
        return redirect("levels.assess", number + 1) if onward else redirect("growth.index")
    last, said = number == len(every), sum(one.rated for one in every)
    context = {"form": form, "here": here, "number": number, "every": every, "last": last, "said": said}
    context["total"] = sum(len(one.skills) for one in every)
    return page(request, "growth/levels/assess.html", context, status=422 if form.errors else 200)
