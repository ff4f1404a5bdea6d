"""The addresses of a mentor's impact."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="impact.index"),
    path("issue/", views.issue, name="impact.issue"),
    path("check/<slug:certificate>/", views.check, name="impact.check"),
    path("<slug:code>/withdraw/", views.withdraw, name="impact.withdraw"),
]
