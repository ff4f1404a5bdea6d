"""The addresses of reviews."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("recommended/", views.recommended, name="reviews.recommended"),
    path("of/<slug:mentorship>/", views.index, name="reviews.index"),
    path("of/<slug:mentorship>/begin/", views.begin, name="reviews.begin"),
    path("<slug:code>/", views.show, name="reviews.show"),
    path("<slug:code>/answer/", views.answer, name="reviews.answer"),
]
