"""The addresses of the installable app: its manifest, its worker, and its two pages."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("manifest.webmanifest", views.manifest, name="offline.manifest"),
    path("worker.js", views.worker, name="offline.worker"),
    path("offline/", views.show, name="offline.show"),
    path("offline/agenda/", views.agenda, name="offline.agenda"),
]
