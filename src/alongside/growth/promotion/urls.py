"""The addresses of the promotion case."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="promotion.index"),
    path("print/", views.print_out, name="promotion.print"),
]
