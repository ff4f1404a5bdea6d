"""The addresses of the mailbox."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="mailbox.index"),
    path("<slug:code>/", views.show, name="mailbox.show"),
    path("<slug:code>/page/", views.show_page, name="mailbox.page"),
]
