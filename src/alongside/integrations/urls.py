"""The addresses for machines."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [path("", include("alongside.integrations.calendar.urls"))]
