"""Programmes, and the people in them."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("people/", include("alongside.programmes.participations.urls")),
    path("", include("alongside.programmes.programmes.urls")),
]
