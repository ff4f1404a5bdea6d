"""The address of tags."""

from __future__ import annotations

from django.urls import re_path

from . import views

urlpatterns = [
    re_path(r"^(?P<tagged>launches|stories)/(?P<code>[a-z0-9]{16})/$", views.show, name="tags.show"),
]
