"""The addresses of mock interviews."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="interviews.index"),
    path("questions/", views.bank, name="interviews.bank"),
    path("start/", views.start, name="interviews.start"),
    path("<slug:code>/", views.show, name="interviews.show"),
    path("<slug:code>/rate/", views.rate, name="interviews.rate"),
    path("<slug:code>/take-back/", views.take_back, name="interviews.take_back"),
    path("<slug:code>/remove/", views.remove, name="interviews.remove"),
]
