"""The addresses of messages."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("of/<slug:mentorship>/", views.index, name="messages.index"),
    path("of/<slug:mentorship>/send/", views.send, name="messages.send"),
    path("of/<slug:mentorship>/draft/", views.draft, name="messages.draft"),
    path("of/<slug:mentorship>/shelf/", views.shelf, name="messages.shelf"),
    path("<slug:code>/edit/", views.edit, name="messages.edit"),
    path("<slug:code>/delete/", views.delete, name="messages.delete"),
    path("attachments/<slug:attachment>/", views.attachment, name="messages.attachment"),
]
