"""The addresses of meetings."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("of/<slug:mentorship>/", views.index, name="meetings.index"),
    path("of/<slug:mentorship>/plan/", views.plan, name="meetings.plan"),
    path("of/<slug:mentorship>/log/", views.log, name="meetings.log"),
    path("<slug:code>/", views.show, name="meetings.show"),
    path("<slug:code>/live/", views.live, name="meetings.live"),
    path("<slug:code>/move/", views.move, name="meetings.move"),
    path("<slug:code>/cancel/", views.cancel, name="meetings.cancel"),
    path("<slug:code>/outcome/", views.outcome, name="meetings.outcome"),
]
