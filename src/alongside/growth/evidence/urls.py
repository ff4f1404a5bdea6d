"""The addresses of evidence."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="evidence.index"),
    path("add/", views.add, name="evidence.add"),
    path("skills/<slug:skill>/", views.of, name="evidence.of"),
    path("<slug:code>/", views.show, name="evidence.show"),
    path("<slug:code>/change/", views.change, name="evidence.change"),
    path("<slug:code>/file/", views.file, name="evidence.file"),
    path("<slug:code>/remove/", views.remove, name="evidence.remove"),
]
