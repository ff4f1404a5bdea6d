"""The addresses of profiles."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("about/", views.about, name="profiles.about"),
    path("languages/", views.languages, name="profiles.languages"),
    path("finders/", views.finders, name="profiles.finders"),
    path("values/", views.values, name="profiles.values"),
]
