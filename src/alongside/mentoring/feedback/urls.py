"""The addresses of feedback."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("of/<slug:mentorship>/", views.index, name="feedback.index"),
    path("of/<slug:mentorship>/ask/", views.ask, name="feedback.ask"),
    path("of/<slug:mentorship>/offer/", views.offer, name="feedback.offer"),
    path("check/", views.check, name="feedback.check"),
    path("<slug:code>/", views.show, name="feedback.show"),
    path("<slug:code>/give/", views.give, name="feedback.give"),
    path("<slug:code>/take-back/", views.take_back, name="feedback.take_back"),
    path("<slug:code>/answer/", views.answer, name="feedback.answer"),
    path("<slug:code>/look-again/", views.look_again, name="feedback.look_again"),
]
