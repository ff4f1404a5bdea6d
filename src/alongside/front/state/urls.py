"""The address of the state of this Alongside."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [path("", views.show, name="state.show")]
