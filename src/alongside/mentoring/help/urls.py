"""The addresses of asking for help."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="help.index"),
    path("named/<slug:organisation>/", views.named, name="help.named"),
    path("named/<slug:code>/remove/", views.unname, name="help.unname"),
    path("<slug:code>/", views.show, name="help.show"),
    path("<slug:code>/take/", views.take, name="help.take"),
    path("<slug:code>/freeze/", views.freeze, name="help.freeze"),
    path("<slug:code>/thaw/", views.thaw, name="help.thaw"),
]
