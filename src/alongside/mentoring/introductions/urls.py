"""The addresses of introductions."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="introductions.index"),
    path("of/<slug:mentorship>/ask/", views.ask, name="introductions.ask"),
    path("answer/<str:token>/", views.answer, name="introductions.answer"),
    path("<slug:code>/", views.show, name="introductions.show"),
    path("<slug:code>/pass-on/", views.pass_on, name="introductions.pass_on"),
    path("<slug:code>/keep-back/", views.keep_back, name="introductions.keep_back"),
    path("<slug:code>/withdraw/", views.withdraw, name="introductions.withdraw"),
    path("<slug:code>/outcome/", views.tell_outcome, name="introductions.tell_outcome"),
    path("<slug:code>/thank/", views.thank, name="introductions.thank"),
]
