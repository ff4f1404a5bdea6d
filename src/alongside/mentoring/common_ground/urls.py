"""The addresses of the first meeting."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("<slug:mentorship>/", views.show, name="common_ground.show"),
    path("<slug:mentorship>/write/", views.write, name="common_ground.write"),
    path("<slug:mentorship>/prepare/", views.prepare, name="common_ground.prepare"),
]
