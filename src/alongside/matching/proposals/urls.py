"""The addresses of proposals."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="proposals.index"),
    path("<slug:code>/", views.show, name="proposals.show"),
    path("<slug:code>/accept/", views.accept, name="proposals.accept"),
    path("<slug:code>/decline/", views.decline, name="proposals.decline"),
]
