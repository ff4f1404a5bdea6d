"""The addresses of rounds."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("of/<slug:code>/", views.of, name="rounds.of"),
    path("of/<slug:code>/begin/", views.begin, name="rounds.begin"),
    path("<slug:code>/", views.show, name="rounds.show"),
    path("<slug:code>/change/", views.change, name="rounds.change"),
    path("<slug:code>/nudge/", views.nudge, name="rounds.nudge"),
    path("<slug:code>/freeze/", views.freeze, name="rounds.freeze"),
    path("<slug:code>/cancel/", views.cancel, name="rounds.cancel"),
    path("<slug:code>/close/", views.close, name="rounds.close"),
]
