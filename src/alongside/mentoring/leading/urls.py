"""The addresses of evidence of leadership."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="leading.index"),
    path("keep/", views.keep, name="leading.keep"),
    path("<slug:code>/remove/", views.remove, name="leading.remove"),
]
