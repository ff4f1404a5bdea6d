"""The addresses of tools."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="tools.index"),
    path("<slug:tool>/", views.show, name="tools.show"),
    path("<slug:tool>/start/", views.start, name="tools.start"),
]
