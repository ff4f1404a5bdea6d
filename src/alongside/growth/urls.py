"""The addresses of this area."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("alongside.growth.overview.urls")),
    path("archive/", include("alongside.growth.archive.urls")),
    path("confirming/", include("alongside.growth.confirming.urls")),
    path("decisions/", include("alongside.growth.decisions.urls")),
    path("frameworks/", include("alongside.growth.frameworks.urls")),
    path("evidence/", include("alongside.growth.evidence.urls")),
    path("levels/", include("alongside.growth.levels.urls")),
    path("lessons/", include("alongside.growth.lessons.urls")),
    path("habits/", include("alongside.growth.habits.urls")),
    path("hiring/", include("alongside.growth.hiring.urls")),
    path("journal/", include("alongside.growth.journal.urls")),
    path("plans/", include("alongside.growth.plans.urls")),
    path("portfolio/", include("alongside.growth.portfolio.urls")),
    path("promotion/", include("alongside.growth.promotion.urls")),
    path("skills/", include("alongside.growth.skills.urls")),
    path("tags/", include("alongside.growth.tags.urls")),
    path("wins/", include("alongside.growth.wins.urls")),
]
