"""The address of the code of conduct."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.show, name="conduct"),
    path("agree/", views.agree, name="conduct.agree"),
]
