"""The addresses of soundings."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("of/<slug:mentorship>/", views.index, name="soundings.index"),
    path("of/<slug:mentorship>/ask/", views.ask, name="soundings.ask"),
    path("answer/<str:token>/", views.answer, name="soundings.answer"),
    path("<slug:code>/close/", views.close, name="soundings.close"),
    path("<slug:code>/share/", views.share, name="soundings.share"),
    path("<slug:code>/withdraw/", views.withdraw, name="soundings.withdraw"),
]
