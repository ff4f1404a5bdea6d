"""The addresses of the pages of worksheets."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="worksheets.index"),
    path("<slug:code>/", views.show, name="worksheets.show"),
    path("<slug:code>/print/", views.print_out, name="worksheets.print"),
]
