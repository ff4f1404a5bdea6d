"""The addresses of a person's devices."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("add/", views.add, name="devices.add"),
    path("forget/", views.forget, name="devices.forget"),
    path("forget/all/", views.forget_all, name="devices.forget_all"),
]
