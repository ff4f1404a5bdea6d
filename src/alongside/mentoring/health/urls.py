"""The address of a mentorship's health."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [path("<slug:mentorship>/", views.show, name="health.show")]
