"""The addresses of one's archive."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="archive.index"),
    path("make/", views.make, name="archive.make"),
    path("restore/", views.restore, name="archive.restore"),
    path("files/<slug:code>/", views.file, name="archive.file"),
    path("brought/<slug:part>/", views.brought, name="archive.brought"),
    path("<slug:code>/fetch/", views.fetch, name="archive.fetch"),
    path("<slug:code>/remove/", views.remove, name="archive.remove"),
]
