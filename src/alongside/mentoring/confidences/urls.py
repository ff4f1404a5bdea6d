"""The addresses of confidences."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="confidences.index"),
    path("of/<slug:code>/", views.of, name="confidences.of"),
    path("<slug:code>/", views.show, name="confidences.show"),
    path("<slug:code>/take-back/", views.take_back, name="confidences.take_back"),
]
