"""The addresses of invitations."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("of/<slug:code>/", views.index, name="invitations.index"),
    path("<slug:code>/withdraw/", views.withdraw, name="invitations.withdraw"),
    path("link/<str:token>/", views.show, name="invitations.show"),
    path("link/<str:token>/accept/", views.accept, name="invitations.accept"),
]
