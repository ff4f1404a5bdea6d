"""The addresses of documents on the table."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("of/<slug:meeting>/put/", views.put, name="documents.put"),
    path("<slug:code>/shown/", views.shown, name="documents.shown"),
    path("<slug:code>/take-away/", views.take_away, name="documents.take_away"),
]
