"""The addresses of levels."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="levels.index"),
    path("assess/", views.begin, name="levels.begin"),
    path("assess/<int:number>/", views.assess, name="levels.assess"),
]
