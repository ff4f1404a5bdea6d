"""The addresses of agreements."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("of/<slug:mentorship>/", views.show, name="agreements.show"),
    path("of/<slug:mentorship>/draft/", views.draft, name="agreements.draft"),
    path("of/<slug:mentorship>/edit/", views.edit, name="agreements.edit"),
    path("of/<slug:mentorship>/save/", views.save, name="agreements.save"),
    path("of/<slug:mentorship>/history/", views.history, name="agreements.history"),
    path("of/<slug:mentorship>/print/", views.print, name="agreements.print"),
    path("of/<slug:mentorship>/paper/", views.on_paper, name="agreements.paper"),
    path("<slug:version>/accept/", views.accept, name="agreements.accept"),
]
