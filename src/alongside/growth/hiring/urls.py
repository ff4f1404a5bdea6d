"""The addresses of what those who hire look for."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="hiring.index"),
    path("<slug:guide>/", views.show, name="hiring.show"),
]
