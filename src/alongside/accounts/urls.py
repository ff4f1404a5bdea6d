"""The addresses of this area."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("alongside.accounts.persons.urls")),
    path("conduct/", include("alongside.accounts.conduct.urls")),
    path("organisations/", include("alongside.accounts.organisations.urls")),
    path("memberships/", include("alongside.accounts.memberships.urls")),
    path("invitations/", include("alongside.accounts.invitations.urls")),
    path("blocks/", include("alongside.accounts.blocks.urls")),
    path("", include("alongside.accounts.sign_in.urls")),
]
