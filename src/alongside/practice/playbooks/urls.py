"""The addresses of playbooks."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="playbooks.index"),
    path("write/", views.write, name="playbooks.write"),
    path("<slug:guide>/", views.show, name="playbooks.show"),
    path("<slug:code>/change/", views.change, name="playbooks.change"),
    path("<slug:code>/remove/", views.remove, name="playbooks.remove"),
]
