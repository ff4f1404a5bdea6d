"""The addresses of circles."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("join/<str:token>/", views.join, name="circles.join"),
    path("invitations/<slug:code>/take-back/", views.take_back, name="circles.take_back"),
    path("<slug:circle>/", views.show, name="circles.show"),
    path("<slug:circle>/leave/", views.leave, name="circles.leave"),
]
