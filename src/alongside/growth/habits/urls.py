"""The addresses of one's practice as a mentor."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="habits.index"),
    path("check/", views.check, name="habits.check"),
    path("choose/", views.choose, name="habits.choose"),
    path("<slug:code>/finish/", views.finish, name="habits.finish"),
]
