"""The addresses of career decisions."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="decisions.index"),
    path("ask/", views.ask, name="decisions.ask"),
    path("roles/", views.roles, name="decisions.roles"),
    path("<slug:code>/", views.show, name="decisions.show"),
    path("<slug:code>/change/", views.change, name="decisions.change"),
    path("<slug:code>/weigh/", views.weigh, name="decisions.weigh"),
    path("<slug:code>/decide/", views.decide, name="decisions.decide"),
    path("<slug:code>/review/", views.review, name="decisions.review"),
    path("<slug:code>/remove/", views.remove, name="decisions.remove"),
]
