"""The addresses of comments."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("in/<slug:mentorship>/", views.unresolved, name="comments.unresolved"),
    path("of/<slug:code>/", views.index, name="comments.index"),
    path("<slug:code>/answer/", views.answer, name="comments.answer"),
    path("<slug:code>/resolve/", views.resolve, name="comments.resolve"),
    path("<slug:code>/take/", views.take, name="comments.take"),
]
