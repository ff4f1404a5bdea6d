"""The addresses of rehearsals."""

from __future__ import annotations

from django.urls import path

from . import views

urlpatterns = [
    path("", views.index, name="rehearsals.index"),
    path("plan/", views.plan, name="rehearsals.plan"),
    path("<slug:code>/", views.show, name="rehearsals.show"),
    path("<slug:code>/change/", views.change, name="rehearsals.change"),
    path("<slug:code>/begin/", views.begin, name="rehearsals.begin"),
    path("<slug:code>/stop/", views.stop, name="rehearsals.stop"),
    path("<slug:code>/score/", views.score, name="rehearsals.score"),
    path("<slug:code>/object/", views.object_to, name="rehearsals.object_to"),
    path("<slug:code>/answer/", views.answer, name="rehearsals.answer"),
    path("<slug:code>/feel/", views.feel, name="rehearsals.feel"),
    path("<slug:code>/decide/", views.decide, name="rehearsals.decide"),
    path("<slug:code>/result/", views.tell_result, name="rehearsals.tell_result"),
    path("<slug:code>/take-back/", views.take_back, name="rehearsals.take_back"),
    path("<slug:code>/remove/", views.remove, name="rehearsals.remove"),
]
