"""The addresses of the pages of mentorships."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="mentorships.index"),
    path("<slug:code>/", views.show, name="mentorships.show"),
    path("<slug:code>/recent/", views.recent, name="mentorships.recent"),
]
