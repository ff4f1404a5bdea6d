"""The addresses of the notices."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="notices.index"),
    path("read/", views.read_all, name="notices.read_all"),
    path("bell/", views.bell, name="notices.bell"),
    path("choose/", views.choose, name="notices.choose"),
    path("stop/<str:link>/", views.stop, name="notices.stop"),
    path("<slug:code>/open/", views.follow, name="notices.open"),
]
