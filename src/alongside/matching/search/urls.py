"""The addresses of Find."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="search.index"),
    path("compare/", views.compare, name="search.compare"),
    path("weights/", views.weights, name="search.weights"),
    path("hidden/", views.hidden, name="search.hidden"),
    path("<slug:code>/", views.mentor, name="search.mentor"),
    path("<slug:code>/save/", views.save, name="search.save"),
    path("<slug:code>/hide/", views.hide, name="search.hide"),
    path("<slug:code>/unmark/", views.unmark, name="search.unmark"),
]
