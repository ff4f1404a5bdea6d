"""The address of the wrap-up."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [path("of/<slug:code>/", views.show, name="wrap_up.show")]
