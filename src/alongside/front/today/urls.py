"""The address of Today."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [path("today/", views.index, name="today")]
