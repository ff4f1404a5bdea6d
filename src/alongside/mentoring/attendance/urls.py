"""The addresses of answers to invitations."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("answer/<str:token>/", views.answer, name="attendance.answer"),
    path("<slug:code>/say/", views.say, name="attendance.say"),
]
