"""The addresses of a career's parts."""

from __future__ import annotations

from django.urls import re_path

from . import views

KIND = r"^(?P<kind>positions|launches|stories|moves)/"

urlpatterns = [
    re_path(KIND + r"add/$", views.add, name="careers.add"),
    re_path(KIND + r"(?P<code>[a-z0-9]{16})/change/$", views.change, name="careers.change"),
    re_path(KIND + r"(?P<code>[a-z0-9]{16})/remove/$", views.remove, name="careers.remove"),
]
