"""The address of one's own career."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [path("", views.show, name="me.show")]
