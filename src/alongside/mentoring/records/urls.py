"""The addresses of a mentorship's record."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("<slug:mentorship>/", views.show, name="records.show"),
    path("<slug:mentorship>/paper/", views.on_paper, name="records.paper"),
    path("<slug:mentorship>/fetch/", views.fetch, name="records.fetch"),
]
