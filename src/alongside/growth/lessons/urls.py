"""The addresses of lessons."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="lessons.index"),
    path("<slug:lesson>/", views.attend, name="lessons.attend"),
]
