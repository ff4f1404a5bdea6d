"""The addresses of one's journal."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="journal.index"),
    path("hard-times/", views.hard_times, name="journal.hard_times"),
    path("write/", views.write, name="journal.write"),
    path("<slug:code>/", views.show, name="journal.show"),
    path("<slug:code>/change/", views.change, name="journal.change"),
    path("<slug:code>/tear-up/", views.tear_up, name="journal.tear_up"),
]
