"""The addresses of what is done to a mentorship; its pages are the hub's."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("<slug:code>/pause/", views.pause, name="mentorships.pause"),
    path("<slug:code>/resume/", views.resume, name="mentorships.resume"),
    path("<slug:code>/end/", views.end, name="mentorships.end"),
]
