"""The addresses of blocks."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="blocks.index"),
    path("of/<slug:code>/", views.block, name="blocks.block"),
    path("<slug:code>/unblock/", views.unblock, name="blocks.unblock"),
]
