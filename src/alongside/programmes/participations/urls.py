"""The addresses of taking part."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("<slug:code>/bring/", views.bring, name="participations.bring"),
    path("<slug:code>/join/", views.join, name="participations.join"),
    path("<slug:code>/leave/", views.leave, name="participations.leave"),
    path("<slug:code>/groups/", views.groups, name="participations.groups"),
    path("template/<slug:side>.csv", views.template, name="participations.template"),
]
