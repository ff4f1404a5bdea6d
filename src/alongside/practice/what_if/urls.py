"""The address of what if."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [path("of/<slug:code>/", views.play, name="what_if.play")]
