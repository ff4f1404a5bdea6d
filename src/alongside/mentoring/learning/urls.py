"""The addresses of learnings."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("of/<slug:mentorship>/", views.index, name="learning.index"),
    path("of/<slug:mentorship>/note/", views.note, name="learning.note"),
    path("<slug:code>/try/", views.attempt, name="learning.try"),
    path("<slug:code>/adopt/", views.adopt, name="learning.adopt"),
]
