"""The addresses of offers."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [path("", views.change, name="offers.change")]
