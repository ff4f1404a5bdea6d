"""The addresses of wins."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="wins.index"),
    path("keep/", views.keep, name="wins.keep"),
    path("wait/", views.wait, name="wins.wait"),
    path("<slug:code>/", views.show, name="wins.show"),
    path("<slug:code>/tell/", views.tell, name="wins.tell"),
    path("<slug:code>/case/", views.case, name="wins.case"),
    path("<slug:code>/remove/", views.remove, name="wins.remove"),
]
