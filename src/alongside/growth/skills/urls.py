"""The addresses of skills."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="skills.index"),
    path("<slug:area>/", views.rate, name="skills.rate"),
]
