"""The addresses of the notices."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="notices.index"),
    path("read/", views.read_all, name="notices.read_all"),
    path("<slug:code>/open/", views.follow, name="notices.open"),
]
