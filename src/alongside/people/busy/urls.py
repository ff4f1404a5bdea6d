"""The addresses of days off and calendars elsewhere."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="busy.index"),
    path("take-off/", views.take_off, name="busy.take_off"),
    path("<slug:code>/give-back/", views.give_back, name="busy.give_back"),
    path("follow/", views.follow, name="busy.follow"),
    path("upload/", views.upload, name="busy.upload"),
    path("<slug:code>/read-again/", views.read_again, name="busy.read_again"),
    path("<slug:code>/stop-following/", views.stop_following, name="busy.stop_following"),
]
