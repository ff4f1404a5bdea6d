"""The addresses of versions."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("of/<slug:code>/", views.index, name="versions.index"),
    path("of/<slug:code>/undo/", views.undo, name="versions.undo"),
    path("of/<slug:code>/<int:number>/", views.show, name="versions.show"),
    path("of/<slug:code>/<int:number>/restore/", views.restore, name="versions.restore"),
]
