"""From the brief to an accepted request."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("briefs/", include("alongside.matching.briefs.urls")),
    path("requests/", include("alongside.matching.requests.urls")),
    path("rounds/", include("alongside.matching.rounds.urls")),
    path("publishing/", include("alongside.matching.publishing.urls")),
    path("proposals/", include("alongside.matching.proposals.urls")),
    path("", include("alongside.matching.search.urls")),
]
