"""The address of the place."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="growth.index"),
    path("record/", views.record, name="growth.record"),
]
