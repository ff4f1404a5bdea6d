"""The pages on which a person says where they stand, area by area."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET, require_http_methods

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.growth.frameworks.queries import framework_here
from alongside.kit.pages import page

from . import actions, forms
from .models import Framework
from .queries import Area, areas_of


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """Go to the first area of the framework in use here in which something is not said yet."""
    here = framework_here(request.organisation)
    areas = areas_of(request.person, here)
    unsaid = (area for area in areas if area.rated < len(area.skills))
    onward = next(unsaid, areas[0]).key
    return redirect("skills.rate_in", here.code, onward) if here else redirect("skills.rate", onward)


@person_required
@require_http_methods(["GET", "POST"])
def rate(request: PersonRequest, area: str) -> HttpResponse:
    """The skills of one area of the default framework; kept, the next area follows."""
    return _rate(request, None, area)


@person_required
@require_http_methods(["GET", "POST"])
def rate_in(request: PersonRequest, framework: str, area: str) -> HttpResponse:
    """The skills of one area of another framework."""
    found = get_object_or_404(Framework.objects.visible_to(request.person), code=framework)
    return _rate(request, found, area)


def _rate(request: PersonRequest, framework: Framework | None, area: str) -> HttpResponse:
    areas = areas_of(request.person, framework)
    before, here, after = _around(areas, area)
    form = forms.Levels(request.POST if request.method == "POST" else None, area=here)
    if form.is_valid():
        for skill, level in form.levels():
            actions.rate(skill, level, by=request.person)
        onward = after if after and "stay" not in request.POST else None
        return _onward(framework, onward)
    context = {"form": form, "areas": areas, "area": here, "before": before, "after": after}
    context |= {"framework": framework}
    return page(request, "growth/skills/rate.html", context, status=422 if form.errors else 200)


def _onward(framework: Framework | None, area: Area | None) -> HttpResponse:
    if framework is None:
        return redirect("skills.rate", area.key) if area else redirect("growth.index")
    if area is None:
        return redirect("frameworks.show", framework.code)
    return redirect("skills.rate_in", framework.code, area.key)


def _around(areas: list[Area], key: str) -> tuple[Area | None, Area, Area | None]:
    places = [place for place, area in enumerate(areas) if area.key == key]
    if not places:
        raise Http404
    place = places[0]
    return (areas[place - 1] if place else None), areas[place], next(iter(areas[place + 1 :]), None)
