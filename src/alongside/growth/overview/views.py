"""The place in which a person sees their growth."""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from alongside.accounts.doors import person_required
from alongside.accounts.middleware import PersonRequest
from alongside.growth.skills.chart import skills_chart
from alongside.growth.skills.queries import areas_of
from alongside.kit.pages import page
from alongside.people.careers.queries import career_of


@person_required
@require_GET
def index(request: PersonRequest) -> HttpResponse:
    """My skills, my career and my stories."""
    areas = areas_of(request.person)
    context = {
        "areas": areas,
        "chart_of_skills": skills_chart(areas),
        "rated": sum(area.rated for area in areas),
        "total": sum(len(area.skills) for area in areas),
        "career": career_of(request.person),
    }
    return page(request, "growth/overview/index.html", context)
