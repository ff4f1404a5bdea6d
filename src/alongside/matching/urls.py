"""From the brief to an accepted request."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("briefs/", include("alongside.matching.briefs.urls")),
    path("requests/", include("alongside.matching.requests.urls")),
    path("again/", include("alongside.matching.rematches.urls")),
    path("", include("alongside.matching.search.urls")),
]
