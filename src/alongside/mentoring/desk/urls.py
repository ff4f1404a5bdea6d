"""The address of the mentor's desk."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [path("", views.show, name="desk.show")]
