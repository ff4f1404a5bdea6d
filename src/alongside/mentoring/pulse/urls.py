"""The addresses of the pulse."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("of/<slug:mentorship>/", views.index, name="pulse.index"),
    path("<slug:code>/answer/", views.answer, name="pulse.answer"),
    path("<slug:code>/release/", views.release, name="pulse.release"),
]
