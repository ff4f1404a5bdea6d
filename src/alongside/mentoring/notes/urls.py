"""The addresses of notes."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("of/<slug:code>/", views.show, name="notes.show"),
    path("of/<slug:code>/share/", views.share, name="notes.share"),
    path("of/<slug:code>/keep/", views.keep, name="notes.keep"),
]
