"""The addresses of this area."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("worksheets/", include("alongside.practice.desk.urls")),
    path("worksheets/", include("alongside.practice.worksheets.urls")),
    path("interviews/", include("alongside.practice.interviews.urls")),
    path("playbooks/", include("alongside.practice.playbooks.urls")),
    path("rehearsals/", include("alongside.practice.rehearsals.urls")),
    path("rows/", include("alongside.practice.rows.urls")),
    path("versions/", include("alongside.practice.versions.urls")),
    path("tables/", include("alongside.practice.tables.urls")),
    path("what-if/", include("alongside.practice.what_if.urls")),
    path("comments/", include("alongside.practice.comments.urls")),
    path("scoring/", include("alongside.practice.scoring.urls")),
    path("tools/", include("alongside.practice.tools.urls")),
]
