"""The addresses of ranked choice."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [path("<slug:code>/<slug:side>/", views.rank, name="rankings.rank")]
