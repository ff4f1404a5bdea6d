"""The addresses of advice and actions."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("in/<slug:mentorship>/", views.index, name="advice.index"),
    path("of/<slug:code>/give/", views.give, name="advice.give"),
    path("of/<slug:code>/assign/", views.assign, name="advice.assign"),
    path("<slug:code>/decide/", views.decide, name="advice.decide"),
    path("<slug:code>/report/", views.report, name="advice.report"),
    path("actions/<slug:code>/finish/", views.finish, name="advice.finish"),
]
