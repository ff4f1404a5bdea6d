"""The addresses of vouching."""

from __future__ import annotations

from django.urls import path, re_path

from . import views

urlpatterns = [
    re_path(r"^ask/(?P<kind>positions|launches)/(?P<code>[a-z0-9]{16})/$", views.ask, name="vouching.ask"),
    path("<slug:code>/withdraw/", views.withdraw, name="vouching.withdraw"),
    path("answer/<str:token>/", views.answer, name="vouching.answer"),
]
