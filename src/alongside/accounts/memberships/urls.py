"""The addresses of memberships."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("join/<slug:code>/", views.join, name="organisations.join"),
    path("<slug:code>/leave/", views.leave, name="organisations.leave"),
    path("<slug:code>/roles/", views.roles, name="memberships.roles"),
    path("<slug:code>/place/", views.place, name="memberships.place"),
]
