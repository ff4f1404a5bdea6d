"""The addresses of scoring apart."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("of/<slug:code>/begin/", views.begin, name="scoring.begin"),
    path("of/<slug:code>/judge/", views.judge, name="scoring.judge"),
    path("of/<slug:code>/compare/", views.compare, name="scoring.compare"),
    path("of/<slug:code>/settle/", views.settle, name="scoring.settle"),
]
