"""The addresses of imports."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="imports.index"),
    path("roster/", views.roster, name="imports.roster"),
    path("<slug:code>/", views.show, name="imports.show"),
    path("<slug:code>/columns/", views.columns, name="imports.columns"),
    path("<slug:code>/apply/", views.apply, name="imports.apply"),
    path("<slug:code>/drop/", views.drop, name="imports.drop"),
    path("<slug:code>/problems/", views.problems, name="imports.problems"),
]
