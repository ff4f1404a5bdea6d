"""The addresses of the kit."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [path("patterns", views.patterns, name="patterns")]
