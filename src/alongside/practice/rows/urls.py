"""The addresses of rows."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("of/<slug:code>/add/", views.add, name="rows.add"),
    path("of/<slug:code>/<slug:row>/change/", views.change, name="rows.change"),
    path("of/<slug:code>/<slug:row>/move/", views.move, name="rows.move"),
    path("of/<slug:code>/<slug:row>/lift/", views.lift, name="rows.lift"),
    path("of/<slug:code>/<slug:row>/remove/", views.remove, name="rows.remove"),
]
