"""The addresses of organisations."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="organisations.index"),
    path("found/", views.found, name="organisations.found"),
    path("switch/<slug:code>/", views.switch, name="organisations.switch"),
    path("<slug:code>/", views.show, name="organisations.show"),
    path("<slug:code>/change/", views.change, name="organisations.change"),
]
