"""The addresses of this area."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("me/", include("alongside.people.me.urls")),
    path("profiles/", include("alongside.people.profiles.urls")),
    path("careers/", include("alongside.people.careers.urls")),
    path("availability/", include("alongside.people.availability.urls")),
    path("busy/", include("alongside.people.busy.urls")),
    path("offers/", include("alongside.people.offers.urls")),
    path("imports/", include("alongside.people.imports.urls")),
    path("vouching/", include("alongside.people.vouching.urls")),
]
