"""The addresses of agendas."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("of/<slug:code>/add/", views.add, name="agenda.add"),
    path("<slug:code>/change/", views.change, name="agenda.change"),
    path("<slug:code>/remove/", views.remove, name="agenda.remove"),
    path("<slug:code>/up/", views.up, name="agenda.up"),
]
