"""The addresses of settings and accounts."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("settings/", views.settings, name="settings"),
    path("settings/you/", views.change, name="persons.change"),
    path("settings/sign-out-elsewhere/", views.sign_out_elsewhere, name="persons.sign_out_elsewhere"),
    path("settings/close/", views.deactivate, name="persons.deactivate"),
    path("people/", views.index, name="persons.index"),
    path("people/<slug:code>/close/", views.close, name="persons.close"),
    path("people/<slug:code>/open/", views.reactivate, name="persons.reactivate"),
]
