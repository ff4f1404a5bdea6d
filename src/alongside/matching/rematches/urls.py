"""The address of searching again."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [path("<slug:code>/", views.start, name="rematches.start")]
