"""The map: every address of the product starts here."""

from __future__ import annotations

from django.urls import include, path

handler500 = "alongside.config.outages.answer"
urlpatterns = [
    path("", include("alongside.front.urls")),
    path("accounts/", include("alongside.accounts.urls")),
    path("people/", include("alongside.people.urls")),
    path("growth/", include("alongside.growth.urls")),
    path("find/", include("alongside.matching.urls")),
    path("practice/", include("alongside.practice.urls")),
    path("mentoring/", include("alongside.mentoring.urls")),
    path("programmes/rounds/", include("alongside.matching.rounds.urls")),  # shown in the place Programmes
    path("programmes/rankings/", include("alongside.matching.rankings.urls")),
    path("programmes/publishing/", include("alongside.matching.publishing.urls")),
    path("programmes/studio/", include("alongside.matching.studio.urls")),
    path("programmes/proposals/", include("alongside.matching.proposals.urls")),
    path("programmes/", include("alongside.programmes.urls")),
    path("calendar/", include("alongside.integrations.urls")),
    path("-/", include("alongside.activity.urls")),
    path("-/", include("alongside.kit.urls")),
]
