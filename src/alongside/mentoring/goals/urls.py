"""The addresses of goals."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="goals.index"),
    path("of/<slug:mentorship>/add/", views.add, name="goals.add"),
    path("<slug:code>/", views.show, name="goals.show"),
    path("<slug:code>/change/", views.change, name="goals.change"),
    path("<slug:code>/agree/", views.agree, name="goals.agree"),
    path("<slug:code>/progress/", views.progress, name="goals.progress"),
    path("<slug:code>/complete/", views.complete, name="goals.complete"),
    path("<slug:code>/remove/", views.remove, name="goals.remove"),
]
