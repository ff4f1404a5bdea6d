"""The addresses of the calendar feed."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="calendar.index"),
    path("open/", views.open_feed, name="calendar.open"),
    path("close/", views.close_feed, name="calendar.close"),
    path("feed/<str:token>.ics", views.feed, name="calendar.feed"),
]
