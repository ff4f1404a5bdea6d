"""The addresses of suggested times."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("of/<slug:mentorship>/suggest/", views.suggest, name="suggestions.suggest"),
    path("<slug:code>/", views.show, name="suggestions.show"),
    path("<slug:code>/pick/", views.pick, name="suggestions.pick"),
    path("<slug:code>/decline/", views.decline, name="suggestions.decline"),
    path("<slug:code>/take-back/", views.take_back, name="suggestions.take_back"),
]
