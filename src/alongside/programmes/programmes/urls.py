"""The addresses of programmes."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="programmes.index"),
    path("begin/", views.begin, name="programmes.begin"),
    path("<slug:code>/", views.show, name="programmes.show"),
    path("<slug:code>/change/", views.change, name="programmes.change"),
]
