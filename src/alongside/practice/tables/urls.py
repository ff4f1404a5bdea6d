"""The addresses of tables."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("of/<slug:code>/bring/", views.bring, name="tables.bring"),
    path("of/<slug:code>/take/<slug:way>/", views.take, name="tables.take"),
]
