"""The addresses of skills."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="skills.index"),
    path("in/<slug:framework>/<slug:area>/", views.rate_in, name="skills.rate_in"),
    path("<slug:area>/", views.rate, name="skills.rate"),
]
